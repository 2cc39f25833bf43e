import type { ActionFunctionArgs } from '@remix-run/node';
import { previewTouch } from '#flows/preview-touch';
import { web } from '../../web.server';
import { PREVIEW_REQUEST } from './preview-request.server';

/** An e-mail as it would be sent with what stands in a form. Keeps nothing. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  const asked = PREVIEW_REQUEST.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  return Response.json(await previewTouch(tools, { ...asked.data, shopId, now: await clock.now() }));
};
