import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { recordBrowsing } from '#flows/record-browsing';
import { PIXEL_HEADERS, requireBeacon } from '../../pixel-beacon.server';
import { web } from '../../web.server';

/** What web pixels tell, from the browsers of visitors: no session, no cookie, an account id in the address. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const tools = web();
  const told = await requireBeacon(tools, request, params['account'] ?? '');
  await recordBrowsing(tools, { ...told, now: await tools.clock.now() });
  return new Response(null, { status: 204, headers: PIXEL_HEADERS });
};

/** A browser that asks first whether it may; pixels send plain text, for which none asks. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  new Response(null, {
    status: request.method === 'OPTIONS' ? 204 : 405,
    headers: { ...PIXEL_HEADERS, Allow: 'POST' },
  });
