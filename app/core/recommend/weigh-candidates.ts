import type { CatalogueProduct } from '../catalogue/product';
import type { Settings } from '../settings/settings';
import type { Instant } from '../shared/time';
import type { Standing } from './rank-candidates';
import { prepareHistory, signalsOf, weigh, type BuyerHistory } from './score-signals';

/**
 * Touches 2 and 3 rank by weighted signals in place of the mined score. That of a pairing counts relative to the best
 * among those that survive (among all where none does): a bestseller that may not be offered makes nobody small.
 * In: standings that hold the mined score, the buyer's history, when the order was confirmed (ms), weights in percent.
 * Out: the same standings with their signals and the weighted score, in the same sequence.
 */
export function weighCandidates(
  standings: ReadonlyArray<Standing>,
  input: {
    readonly history: BuyerHistory;
    readonly orderedAt: Instant;
    readonly catalogue: ReadonlyMap<number, CatalogueProduct>;
    readonly weights: Settings['signals'];
  },
): ReadonlyArray<Standing> {
  const history = prepareHistory(input.history, input.orderedAt, input.catalogue);
  const survivors = standings.filter(({ reason }) => reason === null);
  let best = 0;
  for (const { score } of survivors.length > 0 ? survivors : standings) best = Math.max(best, score);
  return standings.map((standing) => {
    const signals = signalsOf(standing.product, { score: standing.score, best }, history);
    return { ...standing, signals, score: weigh(signals, input.weights) };
  });
}
