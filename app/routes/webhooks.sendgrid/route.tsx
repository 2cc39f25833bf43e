import type { ActionFunctionArgs } from '@remix-run/node';
import { recordEmailEvents } from '#flows/record-email-events';
import { web } from '../../web.server';

const receive = async ({ request }: ActionFunctionArgs) => {
  const tools = web();
  await recordEmailEvents(tools, await tools.requireEmailEvents(request));
  return new Response(null, { status: 200 });
};

export const action = receive;
export const loader = receive; // answers 405
