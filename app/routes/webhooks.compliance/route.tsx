import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { web } from '../../web.server';

const TOPICS: ReadonlySet<string> = new Set(['customers/data_request', 'customers/redact', 'shop/redact']);

const receive = ({ request }: ActionFunctionArgs | LoaderFunctionArgs) =>
  web().receiveWebhook(TOPICS, request);

export const action = receive;
export const loader = receive;
