import { expect, it } from 'vitest';
import { describeCohort, type CohortArm } from '#core/lift/cohorts';
import { momentsOf, NO_MOMENTS } from '#core/lift/moments';

/** So many customers, of whom the first few bought for 50.00 and a little more. */
function arm(customers: number, buyers: number, minor = 5000): CohortArm {
  const one = (at: number) => (at < buyers ? { y: minor + (at % 7) * 10, x: 1 } : { y: 0, x: 0 });
  return { buyers, later: momentsOf(Array.from({ length: customers }, (_, at) => one(at))) };
}

it('a part with 100 held-out buyers has figures with an interval around the difference, one with 99 says how many it has', () => {
  const treatment = arm(1700, 850);
  const enough = describeCohort([{ treatment, holdout: arm(300, 100) }], 5000);
  if (enough.revenue.kind !== 'measured') throw new Error('expected figures');
  const { emailed, heldOut, difference, interval } = enough.revenue;
  expect(difference).toBeCloseTo(emailed - heldOut, 9);
  expect(interval.low).toBeLessThan(difference);
  expect(interval.high - difference).toBeCloseTo(difference - interval.low, 6);
  expect(enough.customers).toEqual({ treatment: 1700, holdout: 300 });
  expect(describeCohort([{ treatment, holdout: arm(300, 99) }], 5000).revenue).toEqual({
    kind: 'too_few',
    have: 99,
    need: 100,
  });
});

it('the buyers of several experiment periods count together, and each is compared within itself', () => {
  const half = { treatment: arm(400, 200), holdout: arm(100, 50) };
  const dear = { treatment: arm(200, 100, 20_000), holdout: arm(300, 150, 20_000) };
  const { revenue } = describeCohort([half, dear], 5000);
  if (revenue.kind !== 'measured') throw new Error('expected figures');
  // Nothing differs within a period; thrown together, the dear one would pass for harm.
  expect(Math.abs(revenue.difference)).toBeLessThan(10);
});

it('without anybody who got emails there is nothing to compare', () => {
  const treatment = { buyers: 0, later: NO_MOMENTS };
  expect(describeCohort([{ treatment, holdout: arm(300, 120) }], 5000).revenue.kind).toBe('not_enough');
});
