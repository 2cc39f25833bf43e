import { chiSquareUpperTail } from './distributions';
import type { PerArm } from './per-arm';

/** Whether the arms hold the shares they were given. p-value as a fraction. */
export type SampleRatio =
  | { readonly kind: 'not_enough'; readonly reason: 'no_customer' }
  | {
      readonly kind: 'measured';
      readonly method: 'chi_square' | 'exact_binomial';
      readonly observed: PerArm<number>;
      readonly expected: PerArm<number>;
      readonly pValue: number;
      readonly isAlarm: boolean;
    };

const ALARM_BELOW = 0.001;
const SMALLEST_CELL_FOR_CHI_SQUARE = 10;

/**
 * Sample-ratio test of the customers as drawn at their first eligible decision (never of sends).
 * In: customers per arm, holdout share as a fraction. Throws when the share is not between 0 and 1.
 * Source: Pearson chi-square, df 1; two-sided exact binomial when a cell expects fewer than 10.
 */
export function testSampleRatio(observed: PerArm<number>, holdoutShare: number): SampleRatio {
  if (!(holdoutShare > 0 && holdoutShare < 1)) {
    throw new Error(`holdout share ${holdoutShare} is not between 0 and 1; give 0.15 for 15 %`);
  }
  const n = observed.treatment + observed.holdout;
  if (n === 0) return { kind: 'not_enough', reason: 'no_customer' };

  const expected = { treatment: n * (1 - holdoutShare), holdout: n * holdoutShare };
  const isSmall = Math.min(expected.treatment, expected.holdout) < SMALLEST_CELL_FOR_CHI_SQUARE;
  const chiSquare =
    (observed.treatment - expected.treatment) ** 2 / expected.treatment +
    (observed.holdout - expected.holdout) ** 2 / expected.holdout;
  const pValue = isSmall
    ? exactBinomial(observed.holdout, n, holdoutShare)
    : chiSquareUpperTail(chiSquare, 1);
  return {
    kind: 'measured',
    method: isSmall ? 'exact_binomial' : 'chi_square',
    observed,
    expected,
    pValue,
    isAlarm: pValue < ALARM_BELOW,
  };
}

/**
 * The same over experiment periods that differ in their shares: the worst of them, its p-value raised by their number
 * (Bonferroni), with the customers of all.
 */
export function testPeriods(
  periods: ReadonlyArray<{ readonly drawn: PerArm<number>; readonly holdoutShare: number }>,
): SampleRatio {
  const tests = periods
    .map(({ drawn, holdoutShare }) => testSampleRatio(drawn, holdoutShare))
    .filter((test) => test.kind === 'measured');
  const [first, ...others] = tests;
  if (!first) return { kind: 'not_enough', reason: 'no_customer' };
  const worst = others.reduce((found, test) => (test.pValue < found.pValue ? test : found), first);
  const pValue = Math.min(1, tests.length * worst.pValue);
  const total = (which: 'observed' | 'expected', arm: 'treatment' | 'holdout') =>
    tests.reduce((sum, test) => sum + test[which][arm], 0);
  return {
    ...worst,
    observed: { treatment: total('observed', 'treatment'), holdout: total('observed', 'holdout') },
    expected: { treatment: total('expected', 'treatment'), holdout: total('expected', 'holdout') },
    pValue,
    isAlarm: pValue < ALARM_BELOW,
  };
}

/** Sum of all outcomes at most as likely as `k` (R's binom.test, whose 1e-7 keeps exact ties in). */
function exactBinomial(k: number, n: number, share: number): number {
  const probabilities: number[] = [];
  let logProbability = n * Math.log1p(-share);
  for (let i = 0; i <= n; i += 1) {
    probabilities.push(Math.exp(logProbability));
    logProbability += Math.log((n - i) / (i + 1)) + Math.log(share) - Math.log1p(-share);
  }
  const asLikely = (probabilities[k] ?? 0) * (1 + 1e-7);
  const tails = probabilities.filter((probability) => probability <= asLikely);
  return Math.min(
    1,
    tails.reduce((sum, probability) => sum + probability, 0),
  );
}
