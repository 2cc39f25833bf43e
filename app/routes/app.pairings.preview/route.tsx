import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { previewPairing } from '#flows/preview-pairing';
import { web } from '../../web.server';

const PAIRING = z.strictObject({
  table: z.enum(['same_order', 'next_order']),
  antecedentId: z.string(),
  consequentId: z.string(),
});

/** The e-mail about one pairing, for a recent order of the shop that is signed in. Keeps nothing. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  const pairing = PAIRING.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!pairing.success) throw new Response(null, { status: 400 });
  return previewPairing(tools, { shopId, pairing: pairing.data, now: await clock.now() });
};
