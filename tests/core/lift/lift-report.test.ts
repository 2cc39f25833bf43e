import { describe, expect, it } from 'vitest';
import { buildLiftReport } from '#core/lift/lift-report';
import { tallyUnits } from '#core/lift/lift-tally';
import type { LiftUnit } from '#core/lift/outcome';
import { DAY_MS } from '#core/shared/time';
import { aLiftUnit, anOrder, ENROLLED_AT, MATURE_AT, TRIGGER } from './a-lift-unit';
import { seededDraws } from '#core/shared/seeded-draws';

/** Customers of one arm: each buys once more at the rate given, for 20.00 to 80.00. */
function shoppers(
  arm: LiftUnit['arm'],
  count: number,
  buyerRate: number,
  seed: number,
): ReadonlyArray<LiftUnit> {
  const draw = seededDraws(seed);
  return Array.from({ length: count }, () => {
    const again = draw() < buyerRate ? [anOrder({ subtotalMinor: 2000 + Math.floor(6000 * draw()) })] : [];
    return aLiftUnit({ arm, orders: [TRIGGER, ...again] });
  });
}

function report(units: ReadonlyArray<LiftUnit>, asOf = MATURE_AT, holdoutShare = 0.2) {
  return buildLiftReport({
    tally: tallyUnits([{ holdoutShare, units }], asOf, 90),
    holdoutShare,
    asOf,
    currency: 'USD',
    horizonDays: 90,
    plannedSample: 3000,
  });
}

const HOLDOUT = shoppers('holdout', 600, 0.2, 1);
const TREATMENT_WITH_LIFT = shoppers('treatment', 2400, 0.4, 2);
const TREATMENT_WITHOUT_LIFT = shoppers('treatment', 2400, 0.2, 2);

describe('the lift report', () => {
  it('finds a planted lift, and none where none was planted', () => {
    const planted = report([...HOLDOUT, ...TREATMENT_WITH_LIFT]);
    const nothing = report([...HOLDOUT, ...TREATMENT_WITHOUT_LIFT]);
    expect(planted.verdict.kind).toBe('lift');
    expect(nothing.verdict).toMatchObject({ kind: 'no_effect_visible', reason: 'interval_holds_zero' });
  });

  it('finds a planted harm', () => {
    expect(report([...HOLDOUT, ...shoppers('treatment', 2400, 0.06, 2)]).verdict.kind).toBe('harm');
  });

  it('counts enrolled, analysed and buyers for each arm', () => {
    const { enrolled, analysed, buyers, daysRunning } = report([...HOLDOUT, ...TREATMENT_WITH_LIFT]);
    expect(enrolled).toEqual({ treatment: 2400, holdout: 600 });
    expect(analysed).toEqual(enrolled);
    expect(buyers.holdout).toBe(HOLDOUT.filter(({ orders }) => orders.length > 1).length);
    expect(daysRunning).toBe(90);
  });

  it('a broken split hides every figure of the lift, an even one shows them (C75)', () => {
    const broken = report([...HOLDOUT.slice(0, 400), ...TREATMENT_WITH_LIFT]);
    const even = report([...HOLDOUT, ...TREATMENT_WITH_LIFT]);
    expect(broken.verdict.kind).toBe('sample_ratio_mismatch');
    expect(broken.comparison).toEqual({ kind: 'hidden', reason: 'sample_ratio_mismatch' });
    expect(even.comparison.kind).toBe('shown');
  });

  it('people of both arms leave the comparison, and the split stays that of everybody drawn (C74)', () => {
    const left = HOLDOUT.map((unit, place) => ({ ...unit, isOfBothArms: place < 200 }));
    const even = report([...left, ...TREATMENT_WITH_LIFT]);
    expect(even).toMatchObject({
      drawn: { treatment: 2400, holdout: 600 },
      enrolled: { treatment: 2400, holdout: 400 },
      analysed: { treatment: 2400, holdout: 400 },
      sampleRatio: { observed: { treatment: 2400, holdout: 600 }, isAlarm: false },
    });
    // Nor do they make up for a split that is broken: who is left is even, who was drawn is not.
    const extra = shoppers('holdout', 200, 0.2, 9).map((unit) => ({ ...unit, isOfBothArms: true }));
    const broken = report([...HOLDOUT, ...extra, ...TREATMENT_WITH_LIFT]);
    expect(broken.enrolled).toEqual({ treatment: 2400, holdout: 600 });
    expect(broken.verdict.kind).toBe('sample_ratio_mismatch');
  });

  it('checks the split of everybody enrolled, not only of those already mature', () => {
    const late = Array.from({ length: 800 }, () => aLiftUnit({ enrolledAt: ENROLLED_AT + 1, orders: [] }));
    const lateInShares = late.map((unit, position) => ({
      ...unit,
      arm: position < 160 ? ('holdout' as const) : unit.arm,
    }));
    const mature = [...HOLDOUT, ...TREATMENT_WITH_LIFT];
    expect(report([...mature, ...late]).verdict.kind).toBe('sample_ratio_mismatch');
    expect(report([...mature, ...lateInShares]).verdict.kind).toBe('lift');
  });

  it('a customer whose window is open is enrolled but not analysed', () => {
    const late = aLiftUnit({ enrolledAt: ENROLLED_AT + 1, orders: [] });
    const { enrolled, analysed } = report([...HOLDOUT, ...TREATMENT_WITH_LIFT, late]);
    expect(enrolled.treatment - analysed.treatment).toBe(1);
  });

  it('before anybody is mature it says so instead of showing zeros', () => {
    const { comparison, verdict, revenueCap } = report(
      [...HOLDOUT, ...TREATMENT_WITH_LIFT],
      MATURE_AT - DAY_MS,
    );
    if (comparison.kind !== 'shown') throw new Error('the split is even');
    const nobody = { kind: 'not_enough', customers: { treatment: 0, holdout: 0 } };
    expect(comparison.revenuePerCustomer).toMatchObject({ fixed: nobody, sequential: nobody });
    expect(comparison.orderValue.fixed).toMatchObject(nobody);
    expect(comparison.repeatRate.fixed).toMatchObject(nobody);
    expect(comparison.smallestVisibleEffect).toMatchObject(nobody);
    expect(comparison.secondaryPValues).toEqual({});
    expect(revenueCap.capMinor).toBeNull();
    expect(verdict).toMatchObject({ kind: 'too_early', have: 0 });
  });

  it('with nobody enrolled it is too early', () => {
    expect(report([]).verdict).toMatchObject({ kind: 'too_early', reason: 'few_holdout_buyers' });
  });

  it('shows a whale raw and capped side by side (C76)', () => {
    const whale = aLiftUnit({ arm: 'holdout', orders: [TRIGGER, anOrder({ subtotalMinor: 5_000_000 })] });
    const { comparison, revenueCap } = report([...HOLDOUT, ...TREATMENT_WITHOUT_LIFT, whale]);
    if (comparison.kind !== 'shown') throw new Error('the split is even');
    const { revenuePerCustomer, cappedRevenuePerCustomer } = comparison;
    expect(revenuePerCustomer.fixed).toMatchObject({ relativeLift: { kind: 'cannot_be_determined' } });
    expect(cappedRevenuePerCustomer.sequential.kind).toBe('measured');
    expect(revenueCap.customers.holdout).toBeGreaterThan(0);
  });

  it('the trigger order is in the order value and not in the value of later orders', () => {
    const { comparison } = report([...HOLDOUT, ...TREATMENT_WITH_LIFT]);
    if (comparison.kind !== 'shown') throw new Error('the split is even');
    const withTrigger = comparison.orderValue.fixed;
    const later = comparison.laterOrderValue.fixed;
    if (withTrigger.kind !== 'measured' || later.kind !== 'measured')
      throw new Error('expected both order values');
    expect(withTrigger.arms.holdout.orders - later.arms.holdout.orders).toBe(600);
  });

  it('four secondary metrics pay for being four, the primary one does not', () => {
    const { comparison } = report([...HOLDOUT, ...shoppers('treatment', 2400, 0.3, 2)]);
    if (comparison.kind !== 'shown') throw new Error('the split is even');
    const { repeatRate, secondaryPValues } = comparison;
    if (repeatRate.sequential.kind !== 'measured') throw new Error('expected a repeat rate');
    expect(Object.keys(secondaryPValues)).toEqual(['orderValue', 'laterOrderValue', 'repeatRate']);
    expect(secondaryPValues.repeatRate).toBeCloseTo(4 * repeatRate.sequential.pValue, 12);
  });

  it('an always-valid interval is wider than the one for a single look', () => {
    const { comparison } = report([...HOLDOUT, ...TREATMENT_WITH_LIFT]);
    if (comparison.kind !== 'shown') throw new Error('the split is even');
    const { fixed, sequential } = comparison.revenuePerCustomer;
    if (
      fixed.kind !== 'measured' ||
      fixed.relativeLift.kind !== 'measured' ||
      sequential.kind !== 'measured'
    ) {
      throw new Error('expected both intervals');
    }
    expect(sequential.interval.low).toBeLessThan(fixed.relativeLift.interval.low);
    expect(sequential.interval.high).toBeGreaterThan(fixed.relativeLift.interval.high);
  });

  it('says which lift the data could have shown', () => {
    const { comparison } = report([...HOLDOUT, ...TREATMENT_WITHOUT_LIFT]);
    if (comparison.kind !== 'shown' || comparison.smallestVisibleEffect.kind !== 'measured') {
      throw new Error('expected a smallest visible effect');
    }
    // 600 and 2,400 customers, mean 10.00 and deviation 21.00: 2.80 * 21 * sqrt(1/600 + 1/2400) = 2.68.
    expect(comparison.smallestVisibleEffect.relative).toBeGreaterThan(0.22);
    expect(comparison.smallestVisibleEffect.relative).toBeLessThan(0.32);
  });
});
