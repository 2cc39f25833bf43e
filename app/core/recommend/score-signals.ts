import type { CatalogueProduct } from '../catalogue/product';
import type { Settings } from '../settings/settings';
import { DAY_MS, type Instant } from '../shared/time';
import { FEWEST_REVIEWS, LOWEST_RATING } from './check-candidate';

/** How many days before the order a look at a product still counts. */
export const BROWSE_DAYS = 30;

const BEST_RATING = 5;
/** Unknown passes: it stands as if rated half-way between the lowest rating that passes and the best one. */
const UNRATED = 0.5;

/** What speaks for a candidate of touches 2 and 3, each a fraction in whole millionths; 1 speaks for it most. */
export type Signals = {
  readonly coOccurrence: number;
  readonly browse: number;
  readonly category: number;
  readonly rating: number;
};

/** What a buyer did before the order that a decision is about. */
export type BuyerHistory = {
  readonly boughtBefore: ReadonlyArray<number>; // product numbers out of earlier orders
  readonly browsed: ReadonlyArray<{ readonly productNumber: number; readonly at: Instant }>; // last looks
};

/** A history as candidates are compared with it. */
export type PreparedHistory = {
  readonly categoryShares: ReadonlyMap<string, number>; // fractions that add up to 1, or empty
  readonly browse: ReadonlyMap<number, number>; // signal by product number
};

/**
 * What a buyer's history says of any candidate.
 * A category's share is how many of the distinct products of earlier orders lie in it, out of those whose category is
 * known; who never bought has none. Half of the browse signal is for having looked in the 30 days before the order, the
 * other half for how lately: all of it at the order, none of it 30 days before, linear in between.
 * In: the history, when the order was confirmed (ms), products by number. Out: the shares.
 */
export function prepareHistory(
  { boughtBefore, browsed }: BuyerHistory,
  orderedAt: Instant,
  catalogue: ReadonlyMap<number, CatalogueProduct>,
): PreparedHistory {
  const categories = [...new Set(boughtBefore)]
    .map((number) => catalogue.get(number)?.category ?? null)
    .filter((category) => category !== null);
  const categoryShares = new Map<string, number>();
  for (const category of categories)
    categoryShares.set(category, (categoryShares.get(category) ?? 0) + 1 / categories.length);
  const browse = new Map<number, number>();
  for (const { productNumber, at } of browsed) {
    const age = (orderedAt - at) / (BROWSE_DAYS * DAY_MS);
    if (age < 0 || age > 1) continue;
    browse.set(productNumber, Math.max(browse.get(productNumber) ?? 0, 1 - age / 2));
  }
  return { categoryShares, browse };
}

/**
 * The signals of one candidate.
 * In: its product, the mined score of its pairing, the best mined score that it is compared with, the buyer's history.
 * Out: fractions from 0 to 1. Rating: 4.5 is 0 and 5 is 1; with fewer than 5 reviews or none it is unknown, 0.5.
 */
export function signalsOf(
  product: CatalogueProduct,
  mined: { readonly score: number; readonly best: number },
  history: PreparedHistory,
): Signals {
  return {
    coOccurrence: mined.best === 0 ? 0 : fraction(mined.score / mined.best),
    browse: fraction(history.browse.get(product.number) ?? 0),
    category: fraction(history.categoryShares.get(product.category ?? '') ?? 0),
    rating: fraction(ratingSignal(product)),
  };
}

/**
 * One number for all signals: their mean, weighted. Only how the weights stand to each other counts, so that they need
 * not add up to 100.
 * In: signals, weights in percent, at least one above 0. Out: a fraction, the larger the better.
 */
export function weigh(signals: Signals, weights: Settings['signals']): number {
  const { coOccurrencePercent, browsePercent, categoryPercent, ratingPercent } = weights;
  const sum =
    coOccurrencePercent * signals.coOccurrence +
    browsePercent * signals.browse +
    categoryPercent * signals.category +
    ratingPercent * signals.rating;
  return sum / (coOccurrencePercent + browsePercent + categoryPercent + ratingPercent);
}

/** How much of the score each signal can make up. In: weights, at least one above 0. Out: fractions that add up to 1. */
export function weightShares(weights: Settings['signals']): Signals {
  const { coOccurrencePercent, browsePercent, categoryPercent, ratingPercent } = weights;
  const sum = coOccurrencePercent + browsePercent + categoryPercent + ratingPercent;
  return {
    coOccurrence: coOccurrencePercent / sum,
    browse: browsePercent / sum,
    category: categoryPercent / sum,
    rating: ratingPercent / sum,
  };
}

function ratingSignal({ rating }: CatalogueProduct): number {
  if (rating === null || rating.count < FEWEST_REVIEWS) return UNRATED;
  return (rating.value - LOWEST_RATING) / (BEST_RATING - LOWEST_RATING);
}

function fraction(value: number): number {
  return Math.round(1e6 * Math.min(1, Math.max(0, value))) / 1e6;
}
