import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { previewPairing } from '#flows/preview-pairing';
import { web } from '../../web.server';

const PAIRING = z.strictObject({
  table: z.enum(['same_order', 'next_order']),
  antecedentId: z.string(),
  consequentId: z.string(),
});

/** The email about one pairing, for a recent order of the shop that is signed in. Nothing is planned or sent. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  const pairing = PAIRING.safeParse(await request.json().catch(() => null));
  if (!pairing.success) throw new Response(null, { status: 400 });
  return Response.json(
    await previewPairing(tools, { shopId, pairing: pairing.data, now: await clock.now() }),
  );
};
