import { describe, expect, it } from 'vitest';
import { momentsOf } from '#core/lift/moments';
import { compareRevenuePerCustomer } from '#core/lift/revenue-per-customer';
import { seededDraws } from '#core/shared/seeded-draws';
import { shopperMoments, TRUE_REVENUE_MINOR } from './simulated-shoppers';

const revenue = (...amounts: ReadonlyArray<number>) =>
  momentsOf(amounts.map((y) => ({ y, x: y > 0 ? 1 : 0 })));

describe('revenue per customer', () => {
  it('one customer in an arm is not enough, two are', () => {
    const one = compareRevenuePerCustomer([{ treatment: revenue(100, 300), holdout: revenue(100) }]);
    const two = compareRevenuePerCustomer([{ treatment: revenue(100, 300), holdout: revenue(100, 200) }]);
    expect(one).toEqual({
      kind: 'not_enough',
      reason: 'fewer_than_two_customers',
      customers: { treatment: 2, holdout: 1 },
    });
    expect(two.kind).toBe('measured');
    expect(
      compareRevenuePerCustomer([{ treatment: revenue(100), holdout: revenue(100, 200) }]),
    ).toMatchObject({
      reason: 'fewer_than_two_customers',
    });
  });

  it('nobody buying is no answer, one buyer in one arm is one', () => {
    const nobody = compareRevenuePerCustomer([{ treatment: revenue(0, 0), holdout: revenue(0, 0) }]);
    const somebody = compareRevenuePerCustomer([{ treatment: revenue(0, 500), holdout: revenue(0, 0) }]);
    expect(nobody).toMatchObject({ kind: 'not_enough', reason: 'no_variation' });
    expect(somebody).toMatchObject({
      relativeLift: { kind: 'cannot_be_determined', reason: 'an_arm_is_zero' },
    });
  });

  it('customers who bought nothing pull the mean down', () => {
    const measured = compareRevenuePerCustomer([
      { treatment: revenue(300, 0, 0), holdout: revenue(300, 100) },
    ]);
    expect(measured).toMatchObject({ arms: { treatment: { estimate: 100 }, holdout: { estimate: 200 } } });
  });

  it('without any effect p-values spread evenly and intervals hold the truth 95 times in 100', () => {
    const draw = seededDraws(20_260_101);
    const experiments = 1500;
    const deciles = new Array<number>(10).fill(0);
    let holdsDifference = 0;
    let holdsLift = 0;
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const compared = compareRevenuePerCustomer([
        {
          treatment: shopperMoments(400, draw),
          holdout: shopperMoments(200, draw),
        },
      ]);
      if (compared.kind !== 'measured' || compared.relativeLift.kind !== 'measured')
        throw new Error('no figures');
      const { difference, relativeLift } = compared;
      const decile = Math.min(9, Math.floor(difference.pValue * 10));
      deciles[decile] = (deciles[decile] ?? 0) + 1;
      if (difference.interval.low <= 0 && difference.interval.high >= 0) holdsDifference += 1;
      if (relativeLift.interval.low <= 0 && relativeLift.interval.high >= 0) holdsLift += 1;
    }
    const expected = experiments / 10;
    const chiSquare = deciles.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(27.88); // 99.9 % of chi-square with 9 degrees of freedom
    expect(holdsDifference / experiments).toBeGreaterThan(0.933);
    expect(holdsDifference / experiments).toBeLessThan(0.967);
    expect(holdsLift / experiments).toBeGreaterThan(0.933);
    expect(holdsLift / experiments).toBeLessThan(0.967);
  });

  it('the mean comes out where the shoppers were made', () => {
    const { sumY, n } = shopperMoments(50_000, seededDraws(9));
    expect(sumY / n / TRUE_REVENUE_MINOR).toBeCloseTo(1, 1);
  });
});
