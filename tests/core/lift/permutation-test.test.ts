import { describe, expect, it } from 'vitest';
import type { Observation } from '#core/lift/moments';
import { permuteOrderValue } from '#core/lift/permutation-test';
import { seededDraws } from '#core/shared/seeded-draws';
import { normalFrom } from './normal-from';

function buyers(count: number, draw: () => number, dearer = 1): ReadonlyArray<Observation> {
  return Array.from({ length: count }, () => {
    const x = draw() < 0.5 ? 1 : 2;
    return { x, y: Math.round(x * dearer * 5000 * Math.exp(0.8 * normalFrom(draw))) };
  });
}

describe('drawing the arms of the buyers anew', () => {
  it('calls a difference in 5 of 100 experiments without one, with 26 buyers in the holdout', () => {
    const draw = seededDraws(8);
    const experiments = 800;
    let called = 0;
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const pValue = permuteOrderValue([{ holdout: buyers(26, draw), treatment: buyers(147, draw) }], draw);
      if ((pValue ?? 1) < 0.05) called += 1;
    }
    expect(called / experiments).toBeGreaterThan(0.03);
    expect(called / experiments).toBeLessThan(0.075);
  });

  it('finds a planted difference that is large, and nothing in its twin', () => {
    const draw = seededDraws(9);
    const holdout = buyers(60, draw);
    const planted = permuteOrderValue([{ holdout, treatment: buyers(300, draw, 1.8) }], seededDraws(1));
    const nothing = permuteOrderValue([{ holdout, treatment: buyers(300, draw) }], seededDraws(1));
    expect(planted).toBeLessThan(0.01);
    expect(nothing).toBeGreaterThan(0.05);
  });

  it('stays within experiment periods, whose prices differ', () => {
    const draw = seededDraws(10);
    // Most of the holdout bought in the cheap period.
    const periods = [
      { holdout: buyers(60, draw), treatment: buyers(60, draw) },
      { holdout: buyers(6, draw, 4), treatment: buyers(200, draw, 4) },
    ];
    const mixed = [
      {
        holdout: periods.flatMap((period) => period.holdout),
        treatment: periods.flatMap((period) => period.treatment),
      },
    ];
    expect(permuteOrderValue(mixed, seededDraws(1))).toBeLessThan(0.01);
    expect(permuteOrderValue(periods, seededDraws(1))).toBeGreaterThan(0.05);
  });

  it('gives the same answer to the same buyers', () => {
    const draw = seededDraws(11);
    const arms = [{ holdout: buyers(30, draw), treatment: buyers(90, draw) }];
    expect(permuteOrderValue(arms, seededDraws(5))).toBe(permuteOrderValue(arms, seededDraws(5)));
  });

  it('has no answer with one buyer in an arm, has one with two, and none is surer than its draws', () => {
    const draw = seededDraws(12);
    const treatment = buyers(20, draw);
    expect(permuteOrderValue([{ holdout: buyers(1, draw), treatment }], draw)).toBeNull();
    expect(permuteOrderValue([{ holdout: buyers(2, draw), treatment }], draw)).toBeGreaterThan(0);
    expect(permuteOrderValue([], draw)).toBeNull();
    const free = { x: 1, y: 0 };
    expect(permuteOrderValue([{ holdout: [free, free], treatment: [free, free] }], draw)).toBeNull();
    const paying = [100, 100, 0, 0, 0, 0].map((y) => ({ x: 1, y }));
    const freeOnly = { holdout: [free, free, free, free, free], treatment: paying };
    expect(permuteOrderValue([freeOnly], draw)).toBeGreaterThan(0.2); // two payers fall into one arm often
    const same = { x: 1, y: 5000 };
    expect(permuteOrderValue([{ holdout: [same, same], treatment: [same, same] }], draw)).toBe(1);
  });
});
