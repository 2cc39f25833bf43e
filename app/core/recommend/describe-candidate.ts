import { confidence, ruleLift, wilsonLower } from '../affinity/measures';
import type { Candidate } from '../decide/trace';
import type { PairingTable } from '../affinity/pairing';
import type { Standing } from './rank-candidates';

/**
 * A candidate in full, with the counts and score parts behind its place.
 * In: the standing, the pairings it came from, labels. Out: money in minor units, shares as fractions.
 */
export function describeCandidate(
  { product, anchor, pairing, use, tier, score, signals, reason }: Standing,
  { table, allBuyers }: { readonly table: PairingTable; readonly allBuyers: number },
  labels: ReadonlyArray<string>,
): Candidate {
  const subject = {
    productId: product.productId,
    anchorProductId: anchor.product.productId,
    tier,
    score,
    signals,
    priceMinor: product.priceMinor,
    priceBaseMinor: anchor.priceBaseMinor,
    labels: use ? [...labels, use] : labels,
    reason,
  };
  if (pairing === null) {
    const none = {
      grade: null,
      support: 0,
      anchorBuyers: 0,
      confidence: 0,
      ruleLift: null,
      wilsonLower: null,
    };
    return { ...subject, ...none, table: 'replenishment' };
  }
  const { row, position } = pairing;
  const support = row.support[position] ?? 0;
  const isCounted = row.buyers > 0; // the merchant's own pairing may have no counts behind it
  return {
    ...subject,
    table,
    grade: row.grades[position] ?? 'few_orders',
    support,
    anchorBuyers: row.buyers,
    confidence: confidence(support, row.buyers),
    ruleLift: isCounted
      ? ruleLift(support, row.buyers, row.consequentBuyers[position] ?? 0, allBuyers)
      : null,
    wilsonLower: isCounted ? wilsonLower(support, row.buyers) : null,
  };
}
