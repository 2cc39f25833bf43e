import { describe, expect, it } from 'vitest';
import { compareAverageOrderValue } from '#core/lift/average-order-value';
import { decomposeRevenue } from '#core/lift/decompose-revenue';
import { tallyArm } from '#core/lift/arm-tally';
import { momentsOf, mergeMoments, type Moments } from '#core/lift/moments';
import { compareRepeatRate } from '#core/lift/repeat-rate';
import { compareRevenuePerCustomer } from '#core/lift/revenue-per-customer';
import { testPeriods } from '#core/lift/sample-ratio';
import { seededDraws } from '#core/shared/seeded-draws';
import { shopperMoments } from './simulated-shoppers';

/** A period in which every second customer buys, for about so much. */
function period(treated: number, heldOut: number, minor: number) {
  const arm = (n: number) =>
    momentsOf(Array.from({ length: n }, (_, at) => ({ y: (at % 2) * (minor + (at % 11) * 100), x: at % 2 })));
  return { treatment: arm(treated), holdout: arm(heldOut) };
}

// The share went from 20 % to 10 % as the dear season began: thrown together, the holdout looks poor.
const QUIET = period(800, 200, 2000);
const SEASON = period(1800, 200, 8000);
const together = (arm: 'treatment' | 'holdout'): Moments => mergeMoments(QUIET[arm], SEASON[arm]);
const THROWN_TOGETHER = [{ treatment: together('treatment'), holdout: together('holdout') }];

describe('experiment periods with different shares', () => {
  it('show no effect where there is none in either, although thrown together they do', () => {
    const apart = compareRevenuePerCustomer([QUIET, SEASON]);
    const mixed = compareRevenuePerCustomer(THROWN_TOGETHER);
    if (apart.kind !== 'measured' || mixed.kind !== 'measured') throw new Error('no figures');
    expect(Math.abs(apart.difference.t)).toBeLessThan(1);
    expect(mixed.difference.t).toBeGreaterThan(3);
    const values = [compareAverageOrderValue([QUIET, SEASON]), compareAverageOrderValue(THROWN_TOGETHER)];
    expect(
      values.map((value) => (value.kind === 'measured' ? Math.abs(value.difference.t) > 3 : null)),
    ).toEqual([false, true]);
  });

  it('weigh by their customers of both arms', () => {
    const flat = (n: number, minor: number) =>
      momentsOf(Array.from({ length: n }, (_, at) => ({ y: minor + (at % 2), x: 1 })));
    const compared = compareRevenuePerCustomer([
      { treatment: flat(80, 300), holdout: flat(20, 100) },
      { treatment: flat(200, 100), holdout: flat(100, 100) },
    ]);
    if (compared.kind !== 'measured') throw new Error('no figures');
    expect(compared.difference.difference).toBeCloseTo((100 * 200 + 300 * 0) / 400, 9);
  });

  it('that are alike give the figures of one', () => {
    const draw = seededDraws(3);
    const one = { treatment: shopperMoments(400, draw), holdout: shopperMoments(100, draw) };
    const twice = compareRevenuePerCustomer([one, one]);
    const once = compareRevenuePerCustomer([one]);
    if (twice.kind !== 'measured' || once.kind !== 'measured') throw new Error('no figures');
    expect(twice.difference.difference).toBeCloseTo(once.difference.difference, 9);
    expect(twice.difference.standardError).toBeCloseTo(once.difference.standardError / Math.SQRT2, 9);
  });

  it('in which one arm is empty are left out, and counted among the customers', () => {
    const alone = { treatment: QUIET.treatment, holdout: momentsOf([]) };
    expect(compareRevenuePerCustomer([alone])).toEqual({
      kind: 'not_enough',
      reason: 'fewer_than_two_customers',
      customers: { treatment: 800, holdout: 0 },
    });
    expect(compareRevenuePerCustomer([alone, SEASON])).toEqual(compareRevenuePerCustomer([SEASON]));
  });

  it('hold the truth 95 times in 100, for money and for rates', () => {
    const draw = seededDraws(11);
    const experiments = 1000;
    const holds = { money: 0, value: 0, rate: 0 };
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const periods = [
        { treatment: shopperMoments(960, draw), holdout: shopperMoments(240, draw) },
        { treatment: shopperMoments(1080, draw), holdout: shopperMoments(120, draw) },
      ];
      const money = compareRevenuePerCustomer(periods);
      const value = compareAverageOrderValue(periods);
      const count = (customers: number, rate: number) => ({
        customers,
        buyers: Array.from({ length: customers }, draw).filter((fraction) => fraction < rate).length,
      });
      const rate = compareRepeatRate([
        { treatment: count(320, 0.3), holdout: count(80, 0.25) },
        { treatment: count(360, 0.5), holdout: count(40, 0.45) },
      ]);
      if (money.kind !== 'measured' || value.kind !== 'measured' || rate.kind !== 'measured')
        throw new Error('no figures');
      if (money.difference.interval.low <= 0 && money.difference.interval.high >= 0) holds.money += 1;
      if (value.difference.interval.low <= 0 && value.difference.interval.high >= 0) holds.value += 1;
      if (rate.difference.interval.low <= 0.05 && rate.difference.interval.high >= 0.05) holds.rate += 1;
    }
    for (const count of Object.values(holds)) {
      expect(count / experiments).toBeGreaterThan(0.93);
      expect(count / experiments).toBeLessThan(0.97);
    }
  });
});

describe('the split of several periods', () => {
  it('is held against the share of each', () => {
    const kept = { drawn: { treatment: 850, holdout: 150 }, holdoutShare: 0.15 };
    const raised = { drawn: { treatment: 800, holdout: 200 }, holdoutShare: 0.2 };
    expect(testPeriods([kept, raised])).toMatchObject({
      pValue: 1,
      isAlarm: false,
      observed: { treatment: 1650, holdout: 350 },
    });
    expect(testPeriods([kept, { ...raised, holdoutShare: 0.15 }])).toMatchObject({ isAlarm: true });
    expect(testPeriods([])).toEqual({ kind: 'not_enough', reason: 'no_customer' });
  });

  it('is broken by one period even where another makes up for it', () => {
    const few = { drawn: { treatment: 900, holdout: 100 }, holdoutShare: 0.15 };
    const many = { drawn: { treatment: 800, holdout: 200 }, holdoutShare: 0.15 };
    expect(testPeriods([few, many])).toMatchObject({ isAlarm: true });
    expect(testPeriods([{ drawn: { treatment: 1700, holdout: 300 }, holdoutShare: 0.15 }])).toMatchObject({
      isAlarm: false,
    });
  });
});

describe('the factors of revenue per customer', () => {
  const outcome = (orders: number, minor: number) => ({
    kind: 'mature' as const,
    laterOrders: orders,
    laterRevenueMinor: minor,
    occasions: orders + 1,
    occasionRevenueMinor: minor + 5000,
    isOfferBought: null,
  });

  it('multiply to it in each arm', () => {
    const holdout = tallyArm([outcome(0, 0), outcome(1, 4000), outcome(0, 0)], null);
    const treatment = tallyArm([outcome(2, 9000), outcome(1, 4000), outcome(0, 0)], null);
    const factors = decomposeRevenue([
      { treatment, holdout },
      { treatment: holdout, holdout },
    ]);
    if (!factors) throw new Error('no factors');
    for (const { revenuePerCustomerMinor, buyerRate, ordersPerBuyer, orderValueMinor } of Object.values(
      factors,
    )) {
      expect(buyerRate * ordersPerBuyer * orderValueMinor).toBeCloseTo(revenuePerCustomerMinor, 9);
    }
    expect(factors.holdout.buyerRate).toBeCloseTo(1 / 3, 12);
    expect(factors.treatment.buyerRate).toBeCloseTo(1 / 2, 12);
  });

  it('are none while an arm has no order', () => {
    const nothing = tallyArm([outcome(0, 0), outcome(0, 0)], null);
    const something = tallyArm([outcome(1, 4000), outcome(0, 0)], null);
    expect(decomposeRevenue([{ treatment: something, holdout: nothing }])).toBeNull();
    expect(decomposeRevenue([{ treatment: something, holdout: something }])).not.toBeNull();
  });
});
