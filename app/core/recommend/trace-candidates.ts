import type { Candidate, CandidateTrace } from '../decide/trace';
import type { CandidateReason } from '../suppression/reasons';
import type { Standing } from './rank-candidates';

/** An order of hundreds of lines has thousands of candidates; a trace must stay small enough to be kept for each touch. */
const KEPT_IN_FULL = 20;

/**
 * What is kept of all candidates: the best in full, of the others the product ids under the reason for which they lost.
 * In: standings in rank order, how to describe one in full. Out: the trace, both parts in rank order.
 */
export function traceCandidates(
  standings: ReadonlyArray<Standing>,
  describe: (standing: Standing) => Candidate,
): CandidateTrace {
  const others: Partial<Record<CandidateReason | 'ranked_lower', string[]>> = {};
  for (const { reason, product } of standings.slice(KEPT_IN_FULL)) {
    (others[reason ?? 'ranked_lower'] ??= []).push(product.productId);
  }
  return { best: standings.slice(0, KEPT_IN_FULL).map(describe), others };
}
