import { ruleLift } from '#core/affinity/measures';
import { recountListed, type ListedPairing } from '#core/affinity/pairing-list';
import { neighboursOf, type PairingQuery } from '#core/affinity/pairing-page';
import { alikeTo } from '#core/catalogue/likeness';
import type { Settings } from '#core/settings/settings';
import { pairingTableOf } from '#core/recommend/choose-offer';
import { DAY_MS, type Instant } from '#core/shared/time';
import { readPairings, viewPairing } from './list-pairings';
import type { Tools } from './ports';

/** Days of sending that a pairing's own result looks back on. */
const RESULT_DAYS = 90;

export type PairingDetail = NonNullable<Awaited<ReturnType<typeof describePairing>>>;

/**
 * One pairing with both of its rates, what is checked before it is offered, and what came of its e-mails.
 * In: shop, product ids, the list it was reached from, now (ms). Out: the pairing, with what stands beside it in that
 * list; null when the shop has no such pairing in either table.
 */
export async function describePairing(
  tools: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly boughtId: string;
    readonly recommendedId: string;
    readonly list: PairingQuery;
    readonly now: Instant;
  },
) {
  const read = await readPairings(tools, input);
  if (!read) return null;
  const found = read.pairings.filter(
    ({ bought, recommended }) =>
      bought.productId === input.boughtId && recommended.productId === input.recommendedId,
  );
  const [any] = found;
  if (!any) return null;
  const { bought, recommended } = any;
  return {
    boughtTitle: bought.title,
    recommendedTitle: recommended.title,
    rating: recommended.rating,
    likeness: alikeTo(read.likeness, [bought.number]).get(recommended.number) ?? null,
    requireEvidence: read.settings.affinity.requireEvidence,
    marginFloorPercent: read.settings.price.marginFloorPercent,
    zone: read.shop.zone,
    views: await Promise.all(
      found.map(async (pairing) => ({
        ...viewInFull(await countNow(tools, input, pairing, read.settings), read.settings),
        ...neighbourKeys(read.pairings, input.list, pairing),
        result: await resultOf(tools, input, pairing),
      })),
    ),
  };
}

/** The pairing with its counts of this moment; only what the test makes of them is as of the last mining. */
async function countNow(
  { store }: Pick<Tools, 'store'>,
  { shopId, now: at }: Parameters<typeof describePairing>[1],
  pairing: ListedPairing,
  { affinity }: Settings,
): Promise<ListedPairing> {
  const { counts, table, bought, recommended } = pairing;
  if (!counts) return pairing;
  const [now] = (await store.pairsNow(shopId, bought.number, [recommended.number])) ?? [];
  if (!now) return pairing;
  const { support, consequentBuyers } = table === 'same_order' ? now.sameOrder : now.nextOrder;
  const { buyers, allBuyers } = now;
  return recountListed(pairing, { ...counts, support, consequentBuyers, buyers, allBuyers }, affinity, at);
}

/** Of the touches that look at the pairing's table. */
async function resultOf(
  { store }: Pick<Tools, 'store'>,
  { shopId, boughtId, recommendedId, now }: Parameters<typeof describePairing>[1],
  { table }: ListedPairing,
) {
  const touches = ([1, 2, 3] as const).filter((touchNumber) => pairingTableOf(touchNumber) === table);
  const pairing = { touches, antecedentId: boughtId, consequentId: recommendedId };
  const slice = { from: now - RESULT_DAYS * DAY_MS, until: now };
  return { days: RESULT_DAYS, ...(await store.pairingResult(shopId, pairing, slice)) };
}

function neighbourKeys(pairings: ReadonlyArray<ListedPairing>, query: PairingQuery, pairing: ListedPairing) {
  const { previous, next } = neighboursOf(pairings, query, pairing);
  return { previous: previous && keyOf(previous), next: next && keyOf(next) };
}

function keyOf({ table, bought, recommended }: ListedPairing) {
  return { table, boughtId: bought.productId, recommendedId: recommended.productId };
}

function viewInFull(pairing: ListedPairing, settings: Settings) {
  const { counts, override } = pairing;
  return {
    ...viewPairing(pairing, settings),
    ruleLift: counts && ruleLift(counts.support, counts.buyers, counts.consequentBuyers, counts.allBuyers),
    savedBy: override?.savedBy ?? null,
    savedAt: override?.savedAt ?? null,
  };
}
