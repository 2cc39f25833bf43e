import { expect, it } from 'vitest';
import { sequentialInterval } from '#core/lift/sequential-interval';
import { normalQuantile } from '#core/lift/distributions';
import { expectAllWithin } from './close-to';
import golden from './lift.json';

const { vectors } = golden;

it('the confidence sequence and its p-value agree with gbstats', () => {
  const { input, expected, rel_tol } = vectors.seq_cs_aov_rel_3000;
  const { rho, interval, pValue } = sequentialInterval({
    estimate: input.est,
    standardError: input.se,
    n: input.n,
    plannedSample: input.N,
  });
  expectAllWithin(
    [rho, (interval.high - interval.low) / 2, interval.low, interval.high, pValue],
    [expected.rho, expected.halfwidth, ...expected.ci, expected.p_always_valid],
    rel_tol,
  );
  expect(expected.halfwidth / expected.fixed_halfwidth).toBeGreaterThan(1);
});

it('its price over one look, 1.55 to 2.6 times the width, is lowest near the planned sample', () => {
  const { input, expected, rel_tol } = vectors.seq_cs_growth;
  const widths = input.n.map((n) => {
    const standardError = input.se_unit_sd / Math.sqrt(n);
    const { interval } = sequentialInterval({ estimate: 0, standardError, n, plannedSample: input.N });
    return interval.high / (normalQuantile(0.975) * standardError);
  });
  expectAllWithin(widths, expected.ratio, rel_tol);
});
