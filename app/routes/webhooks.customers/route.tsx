import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { web } from '../../web.server';

const TOPICS: ReadonlySet<string> = new Set([
  'customers/update',
  'customers_email_marketing_consent/update',
  'customer.tags_added',
  'customer.tags_removed',
  'customers/purchasing_summary',
]);

const receive = ({ request }: ActionFunctionArgs | LoaderFunctionArgs) =>
  web().receiveWebhook(TOPICS, request);

export const action = receive;
export const loader = receive;
