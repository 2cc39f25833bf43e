import { expect, it } from 'vitest';
import { countOccasions } from '#core/lift/purchase-occasion';
import { DAY_MS, HOUR_MS } from '#core/shared/time';

it.each([
  ['no order', [], 0],
  ['one order', [0], 1],
  ['two orders a millisecond under a day apart', [0, DAY_MS - 1], 1],
  ['two orders a day apart', [0, DAY_MS], 2],
  [
    'an order every 20 hours, counted from the first of each occasion',
    [0, 20, 40, 60].map((h) => h * HOUR_MS),
    2,
  ],
  ['orders in any order', [DAY_MS, 0], 2],
])('%s', (_, orderedAt, occasions) => {
  expect(countOccasions(orderedAt)).toBe(occasions);
});
