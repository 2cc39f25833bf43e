import { describe, expect, it } from 'vitest';
import { adviseShare, planExperiment } from '#core/lift/plan-experiment';
import { customersNeeded } from '#core/lift/smallest-visible-effect';

const PAST = { customers: 1000, meanMinor: 2500, deviationMinor: 6000, customersPerDay: 100 };

describe('the plan of an experiment', () => {
  it('needs what a single look needs, times the price of looking always', () => {
    const plan = planExperiment(PAST, 0.15, 90);
    const [smallest, , tenth] = plan?.verdicts ?? [];
    const single = (relativeLift: number) =>
      customersNeeded({ holdoutShare: 0.15, relativeLift, mean: 2500, standardDeviation: 6000 });
    expect(single(0.1)).toBe(35_459); // the table of n_required
    expect(tenth).toEqual({
      lift: 0.1,
      customers: Math.ceil(1.55 ** 2 * single(0.1)),
      days: Math.ceil(Math.ceil(1.55 ** 2 * single(0.1)) / 100) + 90,
    });
    expect(smallest?.customers).toBeGreaterThan(10 * (tenth?.customers ?? 0));
  });

  it('comes sooner with a larger share that is held out, and with more customers a day', () => {
    const days = (share: number, customersPerDay: number) =>
      planExperiment({ ...PAST, customersPerDay }, share, 90)?.verdicts[0]?.days ?? NaN;
    expect(days(0.2, 100)).toBeLessThan(days(0.15, 100));
    expect(days(0.15, 200)).toBeLessThan(days(0.15, 100));
  });

  it.each([
    ['99 customers', { customers: 99 }],
    ['nobody who came back', { meanMinor: 0 }],
    ['everybody spending the same', { deviationMinor: 0 }],
    ['nobody coming', { customersPerDay: 0 }],
  ])('%s make no plan; one fact more does', (_, lack) => {
    expect(planExperiment({ ...PAST, ...lack }, 0.15, 90)).toBeNull();
    expect(planExperiment(PAST, 0.15, 90)).not.toBeNull();
    expect(planExperiment({ ...PAST, customers: 100 }, 0.15, 90)).not.toBeNull();
  });
});

it.each([
  [55, 0.2],
  [56, 0.15],
])('with %i orders a day %f is advised', (ordersPerDay, share) => {
  expect(adviseShare(ordersPerDay)).toBe(share);
});
