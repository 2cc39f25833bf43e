import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settleRefunds } from '#core/order/settle-refunds';

const part = (refundedAt: number, amountMinor: number) => ({ refundedAt, amountMinor });

it.each([
  ['as they are, by time', [part(30, 5), part(20, 10)], 15, [part(20, 10), part(30, 5)]],
  ['without those of nothing', [part(20, 0), part(30, 5)], 5, [part(30, 5)]],
  [
    'the earliest first, where they come to more',
    [part(30, 5), part(20, 10)],
    12,
    [part(20, 10), part(30, 2)],
  ],
  ['from the beginning, where they come to less', [part(20, 10)], 12, [part(10, 2), part(20, 10)]],
  ['from the beginning, where there are none', [], 12, [part(10, 12)]],
  ['as none, where nothing was taken off', [part(20, 10)], 0, []],
])('refunds count %s', (_what, parts, totalMinor, expected) => {
  expect(settleRefunds(parts, totalMinor, 10)).toEqual(expected);
});

const time = fc.integer({ min: 10, max: 1000 });
const amount = fc.integer({ min: 0, max: 1000 });

it('whatever the parts, they come to the total, by time, and settling them again changes nothing (I9)', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(time, amount)), fc.nat(5000), (drawn, totalMinor) => {
      const settled = settleRefunds(
        drawn.map(([at, minor]) => part(at, minor)),
        totalMinor,
        10,
      );
      expect(settled.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(totalMinor);
      expect(settled.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
      expect(settled.map(({ refundedAt }) => refundedAt)).toEqual(
        settled.map(({ refundedAt }) => refundedAt).sort((a, b) => a - b),
      );
      expect(settleRefunds(settled, totalMinor, 10)).toEqual(settled);
    }),
  );
});
