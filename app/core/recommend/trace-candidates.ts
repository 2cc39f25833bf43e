import type { Candidate, CandidateTrace } from '../decide/trace';
import type { Settings } from '../settings/settings';
import type { CandidateReason } from '../suppression/reasons';
import type { Standing } from './rank-candidates';

/** An order of hundreds of lines has thousands of candidates; a trace must stay small enough to be kept for each touch. */
const KEPT_IN_FULL = 20;

/**
 * What is kept of all candidates: the best in full, of the others the product ids under the reason for which they lost.
 * In: standings in rank order, how to describe one in full, the weights that are in force.
 * Out: the trace, both parts in rank order, with the weights where something was weighed.
 */
export function traceCandidates(
  standings: ReadonlyArray<Standing>,
  describe: (standing: Standing) => Candidate,
  weights: Settings['signals'],
): CandidateTrace {
  const others: Partial<Record<CandidateReason | 'ranked_lower', string[]>> = {};
  for (const { reason, product } of standings.slice(KEPT_IN_FULL)) {
    (others[reason ?? 'ranked_lower'] ??= []).push(product.productId);
  }
  const isWeighed = standings.some(({ signals }) => signals !== null);
  return {
    best: standings.slice(0, KEPT_IN_FULL).map(describe),
    others,
    weights: isWeighed ? weights : null,
  };
}
