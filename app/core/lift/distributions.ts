import gammainc from '@stdlib/math-base-special-gammainc';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';

/** Two-sided p-value (fraction) of Student's t with `df` degrees of freedom, which need not be whole. */
export function twoSidedT(t: number, df: number): number {
  // 1 - cdf(t) loses every digit far out, the lower tail none.
  return 2 * tCdf(-Math.abs(t), df);
}

/** The t below which the fraction `p` of Student's distribution lies. */
export function tQuantile(p: number, df: number): number {
  return tQuantileOf(p, df);
}

/** Two-sided p-value (fraction) of a standard normal z. */
export function twoSidedNormal(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1);
}

/** The z below which the fraction `p` of the standard normal distribution lies. */
export function normalQuantile(p: number): number {
  const z = normalQuantileOf(p, 0, 1);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  // The library is off by 4e-7 at p = 1e-12; one Newton step in the lower tail, where the cdf keeps its digits, mends it.
  return z < 0 && density > 0 ? z - (normalCdf(z, 0, 1) - p) / density : z;
}

/** The fraction of a chi-square distribution with `df` degrees of freedom that lies above `x`. */
export function chiSquareUpperTail(x: number, df: number): number {
  return gammainc(x / 2, df / 2, true, true);
}
