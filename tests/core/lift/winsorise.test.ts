import { expect, it } from 'vitest';
import { findRevenueCap } from '#core/lift/winsorise';

const oneTo = (last: number) => Array.from({ length: last }, (_, position) => position + 1);

it.each([
  [1, 1],
  [99, 99],
  [100, 99],
  [101, 100],
  [700, 693],
])('of %i buyers the cap is the revenue at rank %i', (buyers, rank) => {
  expect(findRevenueCap(oneTo(buyers))).toBe(rank);
});

it('customers who bought nothing do not move the cap', () => {
  expect(findRevenueCap([...oneTo(100), ...new Array<number>(900).fill(0)])).toBe(findRevenueCap(oneTo(100)));
});

it('without a buyer there is no cap', () => {
  expect(findRevenueCap([0, 0])).toBeNull();
});
