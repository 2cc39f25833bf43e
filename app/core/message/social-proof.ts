import type { Product } from '../catalogue/product';
import { formatNumber } from './format-price';

const QUOTED_RATING = 4.5;
const QUOTED_REVIEWS = 5;
const QUOTED_BUYERS = 2; // one customer is no crowd, and "1 customers" no English

/**
 * A rating worth quoting: at least 4.5 from at least 5 reviews.
 * In: the catalogue's rating (out of 5), BCP 47 tag. Out: value and number of reviews as text, or null.
 */
export function quotedRating(
  rating: Product['rating'],
  locale: string,
): { readonly value: string; readonly count: string } | null {
  if (rating === null || rating.value < QUOTED_RATING || rating.count < QUOTED_REVIEWS) return null;
  return { value: formatNumber(rating.value, 1, locale), count: formatNumber(rating.count, 0, locale) };
}

/**
 * How many others bought both.
 * In: distinct buyers of both products (null: unknown), the bought product's title, BCP 47 tag. Out: a sentence, or null.
 */
export function alsoBought(buyers: number | null, boughtTitle: string, locale: string): string | null {
  if (buyers === null || buyers < QUOTED_BUYERS) return null;
  return `${formatNumber(buyers, 0, locale)} customers who bought ${boughtTitle} also bought this`;
}
