import type { ActionFunctionArgs } from '@remix-run/node';
import { recordAccountEvents } from '#flows/record-email-events';
import { web } from '../../web.server';

/** What the SendGrid account of one shop tells; its address names the shop, its key speaks for no other. */
const receive = async ({ request, params }: ActionFunctionArgs) => {
  const tools = web();
  const told = await tools.requireAccountEvents(request, params['token'] ?? '');
  await recordAccountEvents(tools, { ...told, now: await tools.clock.now() });
  return new Response(null, { status: 200 });
};

export const action = receive;
export const loader = receive; // answers 405
