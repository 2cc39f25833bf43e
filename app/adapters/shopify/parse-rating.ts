import { z } from 'zod';

const Rating = z.object({ value: z.coerce.number() });

/**
 * Reads Shopify's standard review metafields, which any review app may write.
 * In: reviews.rating (JSON), reviews.rating_count (a whole number). Out: the rating, or null where either is missing or odd.
 */
export function parseRating(
  rating: string | null,
  count: string | null,
): { readonly value: number; readonly count: number } | null {
  if (rating === null || count === null || !/^\d+$/.test(count)) return null;
  const parsed = Rating.safeParse(parseJson(rating));
  return parsed.success ? { value: parsed.data.value, count: Number(count) } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
