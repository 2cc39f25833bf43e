import { DAY_MS, type Instant } from '../shared/time';

/**
 * How many times a customer came to buy: orders less than 24 hours after the first of an occasion belong to it, so
 * that an add-on bought from the e-mail raises the basket instead of counting as a small one.
 * Measured from the first and not from the one before: a chain of daily orders must not become a single occasion.
 * In: instants of one customer's orders, in any order.
 */
export function countOccasions(orderedAt: ReadonlyArray<Instant>): number {
  let occasions = 0;
  let startedAt = -Infinity;
  for (const at of [...orderedAt].sort((a, b) => a - b)) {
    if (at - startedAt < DAY_MS) continue;
    occasions += 1;
    startedAt = at;
  }
  return occasions;
}
