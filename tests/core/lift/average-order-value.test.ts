import { describe, expect, it } from 'vitest';
import { compareAverageOrderValue } from '#core/lift/average-order-value';
import { momentsOf, type Observation } from '#core/lift/moments';
import { seededDraws } from '#core/shared/seeded-draws';
import { shopperMoments } from './simulated-shoppers';

const someBuyers: ReadonlyArray<Observation> = [
  { y: 5000, x: 1 },
  { y: 9000, x: 2 },
  { y: 0, x: 0 },
];

describe('average order value', () => {
  it('an arm without an order has none, an arm with orders has one', () => {
    const nothing = [
      { y: 0, x: 0 },
      { y: 0, x: 0 },
    ];
    const treatment = momentsOf(someBuyers);
    expect(compareAverageOrderValue([{ treatment, holdout: momentsOf(nothing) }])).toMatchObject({
      kind: 'not_enough',
      reason: 'no_orders',
    });
    expect(compareAverageOrderValue([{ treatment, holdout: momentsOf(someBuyers) }])).toMatchObject({
      arms: { holdout: { estimate: 14_000 / 3, orders: 3 } },
    });
  });

  it('a single buyer shows no spread and is no proof of certainty, a second one gives an error', () => {
    const single = momentsOf([
      { y: 10_000, x: 7 },
      { y: 0, x: 0 },
    ]);
    const second = momentsOf([
      { y: 10_000, x: 7 },
      { y: 4000, x: 1 },
    ]);
    const treatment = momentsOf(someBuyers);
    expect(compareAverageOrderValue([{ treatment, holdout: single }])).toMatchObject({
      reason: 'no_variation',
    });
    expect(compareAverageOrderValue([{ treatment, holdout: second }]).kind).toBe('measured');
  });

  it('one price for all in one arm is a ratio like any other; in both arms there is no spread to compare', () => {
    const onePrice = momentsOf([
      { y: 1999, x: 1 },
      { y: 3998, x: 2 },
      { y: 0, x: 0 },
    ]);
    const varied = momentsOf(someBuyers);
    const compared = compareAverageOrderValue([{ treatment: varied, holdout: onePrice }]);
    if (compared.kind !== 'measured' || compared.relativeLift.kind !== 'measured')
      throw new Error('expected figures');
    const { treatment, holdout } = compared.arms;
    expect(holdout).toMatchObject({ estimate: 1999, standardError: 0 });
    expect(compared.relativeLift).toMatchObject({
      fiellerG: 0,
      standardErrorOfLog: treatment.standardError / treatment.estimate,
    });
    expect(compareAverageOrderValue([{ treatment: onePrice, holdout: varied }]).kind).toBe('measured');
    expect(compareAverageOrderValue([{ treatment: onePrice, holdout: onePrice }])).toMatchObject({
      reason: 'no_variation',
    });
  });

  it('one customer in an arm is not enough', () => {
    const holdout = momentsOf([{ y: 5000, x: 1 }]);
    expect(compareAverageOrderValue([{ treatment: momentsOf(someBuyers), holdout }])).toMatchObject({
      reason: 'fewer_than_two_customers',
    });
  });

  it('customers who repeat their own basket make nothing more certain', () => {
    const tenfold = someBuyers.map(({ y, x }) => ({ y: 10 * y, x: 10 * x }));
    const once = compareAverageOrderValue([
      {
        treatment: momentsOf(someBuyers),
        holdout: momentsOf(someBuyers),
      },
    ]);
    const often = compareAverageOrderValue([{ treatment: momentsOf(tenfold), holdout: momentsOf(tenfold) }]);
    if (once.kind !== 'measured' || often.kind !== 'measured') throw new Error('expected figures');
    expect(often.difference.standardError).toBeCloseTo(once.difference.standardError, 6);
  });

  it('without any effect the log interval holds zero about 95 times in 100, although orders are clustered', () => {
    const draw = seededDraws(77);
    const experiments = 1500;
    let holds = 0;
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const compared = compareAverageOrderValue([
        {
          treatment: shopperMoments(500, draw),
          holdout: shopperMoments(300, draw),
        },
      ]);
      if (compared.kind !== 'measured' || compared.relativeLift.kind !== 'measured')
        throw new Error('no figures');
      const { low, high } = compared.relativeLift.interval;
      if (low <= 0 && high >= 0) holds += 1;
    }
    expect(holds / experiments).toBeGreaterThan(0.93);
    expect(holds / experiments).toBeLessThan(0.967);
  });
});
