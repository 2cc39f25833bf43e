import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { web } from '../../web.server';

const TOPICS: ReadonlySet<string> = new Set([
  'products/update',
  'products/delete',
  'variants/out_of_stock',
  'variants/in_stock',
]);

const receive = ({ request }: ActionFunctionArgs | LoaderFunctionArgs) =>
  web().receiveWebhook(TOPICS, request);

export const action = receive;
export const loader = receive;
