import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { web } from '../../web.server';

const TOPICS: ReadonlySet<string> = new Set([
  'app/uninstalled',
  'app/scopes_update',
  'app_subscriptions/update',
  'bulk_operations/finish',
  'shop/update',
]);

const receive = ({ request }: ActionFunctionArgs | LoaderFunctionArgs) =>
  web().receiveWebhook(TOPICS, request);

export const action = receive;
export const loader = receive;
