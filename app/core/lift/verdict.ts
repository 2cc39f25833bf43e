import type { NotEnough } from './not-enough';
import type { Interval } from './per-arm';
import type { SampleRatio } from './sample-ratio';
import type { SequentialLift } from './sequential-interval';

/** Lifts and harms are fractions of the holdout's revenue per customer, from the always-valid interval. */
export type Verdict =
  | {
      readonly kind: 'sample_ratio_mismatch';
      readonly reason: 'arms_off_their_shares';
      readonly pValue: number;
    }
  | {
      readonly kind: 'too_early';
      readonly reason: 'few_holdout_buyers' | 'few_days';
      readonly have: number;
      readonly need: number;
    }
  | { readonly kind: 'too_early'; readonly reason: 'no_comparison' }
  | {
      readonly kind: 'no_effect_visible';
      readonly reason: 'interval_holds_zero';
      readonly interval: Interval;
    }
  | { readonly kind: 'no_effect_visible'; readonly reason: 'an_arm_is_zero' | 'holdout_too_noisy' }
  | { readonly kind: 'lift'; readonly reason: 'interval_above_zero'; readonly atLeast: number }
  | {
      readonly kind: 'harm';
      readonly reason: 'interval_below_zero' | 'treatment_bought_nothing';
      readonly atLeast: number;
    };

/** Below 100 buyers the delta method calls a lift in 7 of 100 experiments without one, instead of 5. */
export const NEEDED_HOLDOUT_BUYERS = 100;
/** Two whole weeks, so that no weekday weighs more than another. */
const NEEDED_DAYS = 14;

/**
 * The plain verdict on revenue per customer. A lift or a harm is called only where the always-valid intervals of the
 * ratio and of the difference both lie on one side of zero, so that no figure beside the verdict contradicts it.
 * In: buyers (not customers) among the analysed holdout, whole days since the first enrolment (null: not known), the
 * always-valid lift (fractions) and difference (minor units; null where there is no comparison), the holdout's revenue per
 * customer (minor units). A treatment arm that bought nothing has no ratio: there the difference alone tells.
 * Out: one kind with the reason behind it; `atLeast` is the end of the interval nearest to 0, always positive.
 */
export function judgeLift(input: {
  readonly sampleRatio: SampleRatio;
  readonly holdoutBuyers: number;
  readonly daysRunning: number | null;
  readonly lift: SequentialLift | NotEnough;
  readonly difference: Interval | null;
  readonly holdoutRevenue: number;
}): Verdict {
  const { sampleRatio, holdoutBuyers, daysRunning, lift, difference, holdoutRevenue } = input;
  if (sampleRatio.kind === 'measured' && sampleRatio.isAlarm) {
    return { kind: 'sample_ratio_mismatch', reason: 'arms_off_their_shares', pValue: sampleRatio.pValue };
  }
  if (holdoutBuyers < NEEDED_HOLDOUT_BUYERS) {
    return {
      kind: 'too_early',
      reason: 'few_holdout_buyers',
      have: holdoutBuyers,
      need: NEEDED_HOLDOUT_BUYERS,
    };
  }
  if (daysRunning !== null && daysRunning < NEEDED_DAYS) {
    return { kind: 'too_early', reason: 'few_days', have: daysRunning, need: NEEDED_DAYS };
  }
  if (lift.kind === 'not_enough' || difference === null)
    return { kind: 'too_early', reason: 'no_comparison' };
  if (lift.kind === 'cannot_be_determined') {
    // The holdout has buyers, so that the arm without revenue is the treatment.
    if (lift.reason === 'an_arm_is_zero' && difference.high < 0)
      return { kind: 'harm', reason: 'treatment_bought_nothing', atLeast: -difference.high / holdoutRevenue };
    return { kind: 'no_effect_visible', reason: lift.reason };
  }

  const { interval } = lift;
  if (interval.low > 0 && difference.low > 0)
    return { kind: 'lift', reason: 'interval_above_zero', atLeast: interval.low };
  if (interval.high < 0 && difference.high < 0)
    return { kind: 'harm', reason: 'interval_below_zero', atLeast: -interval.high };
  return { kind: 'no_effect_visible', reason: 'interval_holds_zero', interval };
}
