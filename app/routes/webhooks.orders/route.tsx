import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { web } from '../../web.server';

const TOPICS: ReadonlySet<string> = new Set([
  'orders/create',
  'orders/paid',
  'orders/updated',
  'orders/cancelled',
  'orders/edited',
  'refunds/create',
]);

const receive = ({ request }: ActionFunctionArgs | LoaderFunctionArgs) =>
  web().receiveWebhook(TOPICS, request);

export const action = receive;
export const loader = receive;
