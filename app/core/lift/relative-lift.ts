import type { Estimate } from './arm-difference';
import { normalQuantile, twoSidedNormal } from './distributions';
import type { Interval, PerArm } from './per-arm';

/** How much more the treatment arm has than the holdout, as a fraction (0.1 = 10 % more). */
export type RelativeLift =
  | {
      readonly kind: 'measured';
      readonly lift: number;
      readonly interval: Interval; // 1 - alpha, for one look at a date fixed beforehand
      readonly pValue: number;
      readonly logRatio: number;
      readonly standardErrorOfLog: number;
      readonly fiellerG: number;
    }
  | { readonly kind: 'cannot_be_determined'; readonly reason: 'an_arm_is_zero' }
  | {
      readonly kind: 'cannot_be_determined';
      readonly reason: 'holdout_too_noisy';
      readonly fiellerG: number;
      readonly unguarded: { readonly lift: number; readonly interval: Interval }; // for the record, never for a screen
    };

/**
 * Relative lift from the logarithm of the ratio, whose interval cannot fall below -100 %.
 * In: one estimate per arm; alpha (fraction) of one look. Out: fractions, or why there is none.
 * Source: delta method, var(log T/C) = (seT/T)^2 + (seC/C)^2; guard g = (z seC / C)^2 >= 1 after Fieller 1954: there the
 * holdout may be zero, any lift fits the data, and an interval would be invented.
 */
export function measureRelativeLift(
  { treatment, holdout }: PerArm<Pick<Estimate, 'estimate' | 'standardError'>>,
  alpha = 0.05,
): RelativeLift {
  if (treatment.estimate <= 0 || holdout.estimate <= 0) {
    return { kind: 'cannot_be_determined', reason: 'an_arm_is_zero' };
  }
  const z = -normalQuantile(alpha / 2);
  const fiellerG = ((z * holdout.standardError) / holdout.estimate) ** 2;
  const ratio = treatment.estimate / holdout.estimate;
  const logRatio = Math.log(ratio);
  const standardErrorOfLog = Math.hypot(
    treatment.standardError / treatment.estimate,
    holdout.standardError / holdout.estimate,
  );
  const lift = ratio - 1;
  const interval = liftInterval({
    low: logRatio - z * standardErrorOfLog,
    high: logRatio + z * standardErrorOfLog,
  });
  if (fiellerG >= 1) {
    return {
      kind: 'cannot_be_determined',
      reason: 'holdout_too_noisy',
      fiellerG,
      unguarded: { lift, interval },
    };
  }
  const pValue = twoSidedNormal(logRatio / standardErrorOfLog);
  return { kind: 'measured', lift, interval, pValue, logRatio, standardErrorOfLog, fiellerG };
}

/** An interval of log ratios as an interval of relative lifts (fractions). */
export function liftInterval({ low, high }: Interval): Interval {
  return { low: Math.expm1(low), high: Math.expm1(high) };
}
