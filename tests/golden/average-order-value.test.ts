import { describe, expect, it } from 'vitest';
import { compareAverageOrderValue } from '#core/lift/average-order-value';
import { momentsOf, summariseY, type Moments, type Observation } from '#core/lift/moments';
import type { PerArm } from '#core/lift/per-arm';
import { expectAllWithin, expectWithin } from './close-to';
import golden from './lift.json';
import { readCustomers, readMoments } from './read-customers';

const { vectors } = golden;
const CENTS = 100;

describe('average order value agrees with R', () => {
  it.each([vectors.aov_delta_customers_16, vectors.aov_delta_customers_3000])(
    'delta method clustered by customer on $input.file',
    ({ input, expected, rel_tol }) => {
      const moments = readMoments(input.file);
      const { arms, difference } = measured(moments);
      for (const [arm, figures] of [
        ['holdout', expected.control],
        ['treatment', expected.treatment],
      ] as const) {
        expectAllWithin(
          [
            moments[arm].n,
            moments[arm].sumY / CENTS,
            moments[arm].sumX,
            summariseY(moments[arm]).variance / CENTS ** 2,
            arms[arm].estimate / CENTS,
            arms[arm].unitVariance / CENTS ** 2,
            arms[arm].standardError / CENTS,
          ],
          [figures.n, figures.sum_y, figures.sum_x, figures.var_y, figures.R, figures.unit_var, figures.se],
          rel_tol,
        );
      }
      expectAllWithin(
        [
          difference.difference / CENTS,
          difference.standardError / CENTS,
          difference.t,
          difference.degreesOfFreedom,
          difference.pValue,
          difference.interval.low / CENTS,
          difference.interval.high / CENTS,
        ],
        [expected.diff, expected.se, expected.t, expected.df, expected.p_two_sided_t, ...expected.ci95_t],
        rel_tol,
      );
    },
  );

  it('relative lift on the log ratio', () => {
    const { input, expected, rel_tol } = vectors.aov_delta_customers_16;
    const { relativeLift } = measured(readMoments(input.file));
    if (relativeLift.kind !== 'measured') throw new Error(`no relative lift: ${relativeLift.reason}`);
    expectAllWithin(
      [
        relativeLift.lift,
        relativeLift.logRatio,
        relativeLift.standardErrorOfLog,
        relativeLift.interval.low,
        relativeLift.interval.high,
        relativeLift.fiellerG,
      ],
      [
        expected.rel_lift,
        expected.log_ratio,
        expected.se_log_ratio,
        ...expected.ci95_rel_from_log,
        expected.fieller_g,
      ],
      rel_tol,
    );
  });

  it('an unbounded Fieller interval cannot be determined and carries no number for the lift', () => {
    const { input, expected, rel_tol } = vectors.aov_delta_customers_3000;
    const { relativeLift } = measured(readMoments(input.file));
    if (relativeLift.kind === 'measured' || relativeLift.reason !== 'holdout_too_noisy') {
      throw new Error('a relative lift was shown although the holdout is too noisy');
    }
    expectWithin(relativeLift.fiellerG, expected.fieller_g, rel_tol);
    expect(relativeLift).not.toHaveProperty('lift');
  });

  it('leaving one customer out at a time gives a standard error of the same size', () => {
    const { input, expected, rel_tol } = vectors.aov_jackknife_16;
    const customers = readCustomers(input.file);
    const { arms } = measured(readMoments(input.file));
    expectWithin(jackknife(customers.holdout) / CENTS, expected.se_c, rel_tol);
    expectWithin(jackknife(customers.treatment) / CENTS, expected.se_t, rel_tol);
    expect(arms.treatment.standardError / CENTS / expected.se_t).toBeCloseTo(1, 1);
  });
});

function measured(moments: PerArm<Moments>) {
  const orderValue = compareAverageOrderValue([moments]);
  if (orderValue.kind !== 'measured')
    throw new Error(`expected a measured comparison, got ${orderValue.reason}`);
  return orderValue;
}

function jackknife(observations: ReadonlyArray<Observation>): number {
  const n = observations.length;
  const ratios = observations.map((_, left) => {
    const { sumY, sumX } = momentsOf(observations.filter((__, position) => position !== left));
    return sumY / sumX;
  });
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / n;
  return Math.sqrt(((n - 1) / n) * ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0));
}
