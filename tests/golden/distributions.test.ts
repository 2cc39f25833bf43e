import { describe, it } from 'vitest';
import {
  chiSquareUpperTail,
  normalQuantile,
  tQuantile,
  twoSidedNormal,
  twoSidedT,
} from '#core/lift/distributions';
import { expectAllWithin } from './close-to';
import golden from './distributions.json';

const { vectors } = golden;

describe('distributions agree with R', () => {
  it("two-sided p of Student's t, down to 40 standard errors and up to 1e7 degrees of freedom", () => {
    const { input, expected, rel_tol } = vectors.dist_t_sf_two_sided;
    expectAllWithin(
      input.t.map((t, position) => twoSidedT(t, input.df[position] ?? NaN)),
      expected.p,
      rel_tol,
    );
  });

  it("quantiles of Student's t", () => {
    const { input, expected, rel_tol } = vectors.dist_t_quantile;
    expectAllWithin(
      input.p.map((p, position) => tQuantile(p, input.df[position] ?? NaN)),
      expected.q,
      rel_tol,
    );
  });

  it('the normal tail down to 1e-300', () => {
    const { input, expected, rel_tol } = vectors.dist_norm_sf;
    expectAllWithin(
      input.z.map((z) => twoSidedNormal(z) / 2),
      expected.p,
      rel_tol,
    );
  });

  it('normal quantiles from 1e-12 on', () => {
    const { input, expected, rel_tol } = vectors.dist_norm_quantile;
    expectAllWithin(input.p.map(normalQuantile), expected.z, rel_tol);
  });

  it('the chi-square tail for 1 to 10 degrees of freedom', () => {
    const { input, expected, rel_tol } = vectors.dist_chisq_sf;
    expectAllWithin(
      input.x.map((x, position) => chiSquareUpperTail(x, input.df[position] ?? NaN)),
      expected.p,
      rel_tol,
    );
  });
});
