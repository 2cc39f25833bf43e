import { describe, expect, it } from 'vitest';
import { momentsOf, type Observation } from '#core/lift/moments';
import { compareRevenuePerCustomer } from '#core/lift/revenue-per-customer';
import { findRevenueCap } from '#core/lift/winsorise';
import type { PerArm } from '#core/lift/per-arm';
import { expectAllWithin } from './close-to';
import golden from './lift.json';
import { readCustomers, readMoments } from './read-customers';

const { vectors } = golden;
const CENTS = 100;

describe('revenue per customer agrees with R', () => {
  it.each([vectors.welch_rpc_customers_16, vectors.welch_rpc_customers_3000])(
    "Welch's test on $input.file",
    ({ input, expected, rel_tol }) => {
      const revenue = measured(readMoments(input.file));
      const { arms, difference } = revenue;
      expectAllWithin(
        [
          arms.holdout.n,
          arms.treatment.n,
          arms.holdout.estimate / CENTS,
          arms.treatment.estimate / CENTS,
          arms.holdout.variance / CENTS ** 2,
          arms.treatment.variance / CENTS ** 2,
          difference.difference / CENTS,
          difference.standardError / CENTS,
          difference.t,
          difference.degreesOfFreedom,
          difference.pValue,
          difference.interval.low / CENTS,
          difference.interval.high / CENTS,
        ],
        [
          expected.n_c,
          expected.n_t,
          expected.mean_c,
          expected.mean_t,
          expected.var_c,
          expected.var_t,
          expected.diff,
          expected.se,
          expected.t,
          expected.df,
          expected.p_two_sided,
          expected.ci95_lo,
          expected.ci95_hi,
        ],
        rel_tol,
      );
    },
  );

  it('the difference times the treated customers is the incremental revenue', () => {
    const { input, expected, rel_tol } = vectors.incremental_total_3000;
    const { arms, difference } = measured(readMoments(input.file));
    expectAllWithin(
      [difference.difference, difference.interval.low, difference.interval.high].map(
        (perCustomer) => (arms.treatment.n * perCustomer) / CENTS,
      ),
      [expected.incremental, ...expected.ci95],
      rel_tol,
    );
  });

  it('capping 7 of 706 buyers turns the sign that one whale had set', () => {
    const { input, expected, rel_tol } = vectors['winsor_rpc_p0.99'];
    const customers = readCustomers(input.file);
    const revenues = [...customers.treatment, ...customers.holdout].map(({ y }) => y);
    const cap = findRevenueCap(revenues) ?? NaN;
    expect(revenues.filter((y) => y > 0)).toHaveLength(expected.m_nonzero);
    expect(cap).toBe(expected.cap_cents);
    expect(revenues.filter((y) => y > cap)).toHaveLength(expected.n_capped);

    const cut = (observations: ReadonlyArray<Observation>) =>
      momentsOf(observations.map(({ y, x }) => ({ y: Math.min(y, cap), x })));
    const { arms, difference } = measured({
      treatment: cut(customers.treatment),
      holdout: cut(customers.holdout),
    });
    expectAllWithin(
      [
        arms.holdout.estimate / CENTS,
        arms.treatment.estimate / CENTS,
        difference.difference / CENTS,
        difference.standardError / CENTS,
        difference.degreesOfFreedom,
        difference.pValue,
        difference.interval.low / CENTS,
        difference.interval.high / CENTS,
      ],
      [
        expected.mean_c,
        expected.mean_t,
        expected.diff,
        expected.se,
        expected.df,
        expected.p_two_sided,
        ...expected.ci95,
      ],
      rel_tol,
    );
  });

  it('the holdout with the whale is too noisy for a relative lift, as its Fieller g above 1 says', () => {
    const { relativeLift } = measured(readMoments('customers_3000.csv'));
    expect(relativeLift).toMatchObject({ kind: 'cannot_be_determined', reason: 'holdout_too_noisy' });
  });
});

function measured(moments: PerArm<ReturnType<typeof momentsOf>>) {
  const revenue = compareRevenuePerCustomer([moments]);
  if (revenue.kind !== 'measured') throw new Error(`expected a measured comparison, got ${revenue.reason}`);
  return revenue;
}
