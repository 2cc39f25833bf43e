import { ruleLift } from '#core/affinity/measures';
import type { ListedPairing } from '#core/affinity/pairing-list';
import type { Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';
import { readPairings, viewPairing } from './list-pairings';
import type { Tools } from './ports';

export type PairingDetail = NonNullable<Awaited<ReturnType<typeof describePairing>>>;

/**
 * One pairing with both of its rates and what is checked before it is offered.
 * In: shop, product ids, now (ms). Out: null when the shop has no such pairing in either table.
 */
export async function describePairing(
  tools: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly boughtId: string;
    readonly recommendedId: string;
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
    requireEvidence: read.settings.affinity.requireEvidence,
    zone: read.shop.zone,
    views: found.map((pairing) => viewInFull(pairing, read.settings)),
  };
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
