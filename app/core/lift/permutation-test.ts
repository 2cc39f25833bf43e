import type { Observation } from './moments';
import type { PerArm } from './per-arm';
import type { Strata } from './strata';

/** From so many buyers in the holdout on the delta method is right by itself (measured: 4.3 % at 429, 6.2 % at 217). */
export const PERMUTED_BELOW_BUYERS = 350;
const DRAWS = 2000;

type Sums = { n: number; y: number; x: number; yy: number; xx: number; xy: number };

/**
 * Whether the order values of the arms differ, by drawing the arms of the buyers anew within each experiment period and
 * looking how often chance alone separates them as far. Right even for a handful of buyers, where intervals are not.
 * In: y (minor units) and x (orders) of every buyer of every period; a stream of fractions. Out: p-value (fraction);
 * null when an arm has fewer than two buyers, or nobody paid
 * anything. Source: studentised permutation test of a ratio (Janssen 1997).
 */
export function permuteOrderValue(
  strata: Strata<ReadonlyArray<Observation>>,
  draw: () => number,
): number | null {
  const periods = strata.map(({ holdout, treatment }) => ({
    buyers: [...holdout, ...treatment],
    heldOut: holdout.length,
  }));
  const all = sumUp(periods.flatMap(({ buyers }) => buyers));
  const observed = sumUp(strata.flatMap(({ holdout }) => holdout));
  if (observed.n < 2 || all.n - observed.n < 2 || all.y === 0) return null;

  const reached = Math.abs(studentise(observed, all)) * (1 - 1e-12); // ties are as far, whatever their rounding
  let asFar = 0;
  for (let drawn = 0; drawn < DRAWS; drawn += 1) {
    const holdout = { n: 0, y: 0, x: 0, yy: 0, xx: 0, xy: 0 };
    for (const { buyers, heldOut } of periods) drawHoldout(buyers, heldOut, draw, holdout);
    if (Math.abs(studentise(holdout, all)) >= reached) asFar += 1;
  }
  return (asFar + 1) / (DRAWS + 1);
}

/** Adds so many buyers drawn by chance (Fisher and Yates, as far as needed; the rest stays shuffled for the next time). */
function drawHoldout(buyers: Observation[], heldOut: number, draw: () => number, sums: Sums): void {
  for (let place = 0; place < heldOut; place += 1) {
    const other = place + Math.floor(draw() * (buyers.length - place));
    const chosen = buyers[other];
    const here = buyers[place];
    if (!chosen || !here) throw new Error(`no buyer at ${other} of ${buyers.length}`);
    buyers[other] = here;
    buyers[place] = chosen;
    add(sums, chosen);
  }
}

function sumUp(buyers: ReadonlyArray<Observation>): Sums {
  const sums = { n: 0, y: 0, x: 0, yy: 0, xx: 0, xy: 0 };
  for (const buyer of buyers) add(sums, buyer);
  return sums;
}

function add(sums: Sums, { y, x }: Observation): void {
  sums.n += 1;
  sums.y += y;
  sums.x += x;
  sums.yy += y * y;
  sums.xx += x * x;
  sums.xy += x * y;
}

/** The logarithm of the ratio of order values over its standard error. */
function studentise(holdout: Sums, all: Sums): number {
  const arms: PerArm<Sums> = {
    holdout,
    treatment: {
      n: all.n - holdout.n,
      y: all.y - holdout.y,
      x: all.x - holdout.x,
      yy: all.yy - holdout.yy,
      xx: all.xx - holdout.xx,
      xy: all.xy - holdout.xy,
    },
  };
  if (holdout.y === 0 || arms.treatment.y === 0) return Infinity; // nothing is further apart
  const difference = Math.log(arms.treatment.y / arms.treatment.x) - Math.log(holdout.y / holdout.x);
  const error = Math.sqrt(varianceOfLog(arms.treatment) + varianceOfLog(holdout));
  if (error === 0) return difference === 0 ? 0 : Infinity;
  return difference / error;
}

function varianceOfLog({ n, y, x, yy, xx, xy }: Sums): number {
  const ratio = y / x;
  const squares = Math.max(0, yy - 2 * ratio * xy + ratio ** 2 * xx);
  return (squares * n) / (n - 1) / y ** 2;
}
