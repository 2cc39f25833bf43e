import { z } from 'zod';
import { PAIRING_USES } from '#core/affinity/override';
import { addPairing, changePairings } from '#flows/change-pairings';
import { web } from './web.server';

const key = {
  table: z.enum(['same_order', 'next_order']),
  antecedentId: z.string().startsWith('gid://shopify/Product/'),
  consequentId: z.string().startsWith('gid://shopify/Product/'),
};
const change = z.strictObject({
  ...key,
  use: z.enum(PAIRING_USES).nullable(),
  note: z.string().max(500).optional(),
  startsAt: z.number().int().nullable().optional(),
  endsAt: z.number().int().nullable().optional(),
});
const MOST_CHANGES = 200;

const bodySchema = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('change'),
    isUndo: z.boolean().optional(),
    changes: z.array(change).min(1).max(MOST_CHANGES),
  }),
  z.strictObject({ intent: z.literal('add'), ...key }),
  z.strictObject({ intent: z.literal('refresh') }),
]);

/**
 * What the pairings screens do. The shop and who does it come from the verified session.
 * In: the request with its JSON body. Out: what the screen tells. Throws a 400 Response for a body of another shape.
 */
export async function answerPairings(request: Request) {
  const { requireMember, clock, store } = web();
  const { shopId, member: savedBy } = await requireMember(request);
  const parsed = bodySchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const now = await clock.now();
  const { data } = parsed;
  if (data.intent === 'refresh') {
    await store.enqueue(shopId, 'mine_pairings', {});
    return { kind: 'refreshing' as const };
  }
  if (data.intent === 'add') {
    const { table, antecedentId, consequentId } = data;
    return addPairing({ store }, { shopId, table, antecedentId, consequentId, savedBy, now });
  }
  const answer = await changePairings({ store }, { shopId, changes: data.changes, savedBy, now });
  return data.isUndo === true && answer.kind === 'changed' ? { kind: 'undone' as const } : answer;
}

export type PairingsAnswer = Awaited<ReturnType<typeof answerPairings>>;
