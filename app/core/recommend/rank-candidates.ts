import type { PairingUse } from '../affinity/override';
import type { PairingRow, Tier } from '../affinity/pairing';
import type { CatalogueProduct } from '../catalogue/product';
import type { CandidateReason } from '../suppression/reasons';
import type { Anchor } from './anchor';
import type { Signals } from './score-signals';

/** How a product stands beside one anchor: all that ranking compares, and where the counts behind it are. */
export type Standing = {
  readonly product: CatalogueProduct;
  readonly anchor: Anchor;
  readonly pairing: { readonly row: PairingRow; readonly position: number } | null; // null: the same product again
  readonly use: PairingUse | null; // what the merchant decided about the pairing
  readonly tier: Tier | null;
  readonly rank: number; // of all that comes before the score; see rankOf
  readonly score: number; // mined; weighted where there are signals
  readonly signals: Signals | null; // of touches 2 and 3
  readonly reason: CandidateReason | null; // null: it survives
};

const TIER_RANKS = { strong: 0, moderate: 1, weak: 2 } as const satisfies Readonly<Record<Tier, number>>;
const NO_TIER_RANK = 3;
const USE_RANKS: Readonly<Partial<Record<PairingUse, number>>> = { pinned: 0, curated: 1 };
const NO_USE_RANK = 2;

/**
 * One number for what ranks before the score: the one that survives, then pinned before curated before mined. In touch 1
 * the tier and a price in the preferred part of the band follow; elsewhere the score answers for both. Lower stands better.
 */
export function rankOf(
  { use, reason }: Pick<Standing, 'use' | 'reason'>,
  inTouchOne: { readonly tier: Tier | null; readonly isPreferred: boolean } | null,
): number {
  const useRank = use ? (USE_RANKS[use] ?? NO_USE_RANK) : NO_USE_RANK;
  const rank = 1000 * Number(reason !== null) + 100 * useRank;
  if (inTouchOne === null) return rank;
  const { tier, isPreferred } = inTouchOne;
  return rank + 10 * (tier === null ? NO_TIER_RANK : TIER_RANKS[tier]) + Number(!isPreferred);
}

/**
 * Which of two stands better: by rank, then score, then (where signals were weighed) how often it is bought together,
 * value of the anchor line, product id, anchor line id. The ids make the order total, so that equal input gives the same
 * offer on every machine.
 * Out: negative when `a` stands better.
 */
export function compareStandings(a: Standing, b: Standing): number {
  return (
    a.rank - b.rank ||
    b.score - a.score ||
    (b.signals?.coOccurrence ?? 0) - (a.signals?.coOccurrence ?? 0) ||
    b.anchor.line.valueMinor - a.anchor.line.valueMinor ||
    compareText(a.product.productId, b.product.productId) ||
    compareText(a.anchor.line.lineId, b.anchor.line.lineId)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
