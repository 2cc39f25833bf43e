import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/** So many pairings on one page are a review; a shop with fewer has reviewed them when it saw all. */
const SEEN_IS_REVIEWED = 10;

/**
 * Keeps that the merchant has looked at the strongest pairings. In: shop, how many the page showed and how many there
 * are, now (ms). Out: nothing; a page with too few of them changes nothing.
 */
export async function notePairingsSeen(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly seen: number;
    readonly all: number;
    readonly now: Instant;
  },
): Promise<void> {
  const { shopId, seen, all, now } = input;
  if (seen > 0 && seen >= Math.min(SEEN_IS_REVIEWED, all))
    await store.noteSetupFact(shopId, 'pairings_reviewed', now);
}
