import { confidence, ruleLift, wilsonLower } from '#core/affinity/measures';
import type { TabulatedPair } from '#core/affinity/tabulate-pairs';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { scorePair } from './score-pair';

/** What a ranking makes of one pair; the pair with the largest score is offered, 0 is never offered. */
export type Ranking = {
  readonly name: string;
  readonly scoreOf: (pair: TabulatedPair, allBuyers: number) => number;
};

const { minimumBuyers, minimumSupport } = DEFAULT_SETTINGS.affinity;

/** Pairs of too few orders are nothing to learn from in any ranking. */
const whereCounted =
  (scoreOf: Ranking['scoreOf']): Ranking['scoreOf'] =>
  (pair, allBuyers) =>
    pair.buyers >= minimumBuyers && pair.support >= minimumSupport ? scoreOf(pair, allBuyers) : 0;

const liftOf = ({ support, buyers, consequentBuyers }: TabulatedPair, allBuyers: number) =>
  ruleLift(support, buyers, consequentBuyers, allBuyers);

/** By the counts alone, each the best of its kind that anybody would try first. */
export const SIMPLE_RANKINGS: ReadonlyArray<Ranking> = [
  { name: 'ruleLift', scoreOf: whereCounted(liftOf) },
  {
    name: 'next-order confidence',
    scoreOf: ({ buyers, nextSupport }) =>
      buyers >= minimumBuyers && nextSupport >= minimumSupport ? confidence(nextSupport, buyers) : 0,
  },
  {
    name: 'Wilson x sqrt(ruleLift)',
    scoreOf: whereCounted(
      (pair, allBuyers) => wilsonLower(pair.support, pair.buyers) * Math.sqrt(liftOf(pair, allBuyers)),
    ),
  },
  {
    name: 'same-order confidence',
    scoreOf: whereCounted(({ support, buyers }) => confidence(support, buyers)),
  },
  {
    name: 'same-order Wilson',
    scoreOf: whereCounted(({ support, buyers }) => wilsonLower(support, buyers)),
  },
];

/** What Encore itself offers: the better of its two scores, among pairings that may drive an email. */
export const ENCORE: Ranking = {
  name: 'Encore',
  scoreOf: (pair, allBuyers) => {
    const { same, next } = scorePair(pair, allBuyers);
    return Math.max(same ?? 0, next ?? 0);
  },
};
