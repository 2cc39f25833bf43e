import type { Interval } from './per-arm';
import { liftInterval, type RelativeLift } from './relative-lift';

/** An interval and p-value that hold however often somebody looks. */
export type SequentialInterval = {
  readonly rho: number;
  readonly interval: Interval;
  readonly pValue: number;
};

export type SequentialLift =
  | ({ readonly kind: 'measured' } & SequentialInterval)
  | Extract<RelativeLift, { readonly kind: 'cannot_be_determined' }>;

/**
 * Asymptotic confidence sequence at 1 - alpha, narrowest at the planned sample.
 * In: estimate and standard error in one unit, n = customers of both arms, planned sample in customers, alpha (fraction).
 * Throws when the planned sample is not positive.
 * Source: Waudby-Smith et al. 2021 (arXiv 2103.06476) with s2 = se^2 n, as GrowthBook's sequential test.
 */
export function sequentialInterval(input: {
  readonly estimate: number;
  readonly standardError: number;
  readonly n: number;
  readonly plannedSample: number;
  readonly alpha?: number;
}): SequentialInterval {
  const { estimate, standardError, n, plannedSample, alpha = 0.05 } = input;
  if (!(plannedSample > 0)) {
    throw new Error(
      `planned sample ${plannedSample} is not positive; give the customers you plan for, such as 5000`,
    );
  }
  const twoLog = -2 * Math.log(alpha);
  const rho = Math.sqrt((twoLog + Math.log(twoLog + 1)) / plannedSample);
  const growth = n * rho ** 2 + 1;
  const halfWidth =
    standardError *
    Math.sqrt(n) *
    Math.sqrt(((2 * growth) / (n * rho) ** 2) * Math.log(Math.sqrt(growth) / alpha));
  const squaredScore = (estimate ** 2 * n) / standardError ** 2;
  return {
    rho,
    interval: { low: estimate - halfWidth, high: estimate + halfWidth },
    pValue: Math.min(1, Math.sqrt(growth) * Math.exp((-(rho ** 2) * squaredScore) / (2 * growth))),
  };
}

/** The confidence sequence of a relative lift, built on the log ratio and given as fractions; n as above. */
export function sequentialLift(
  relativeLift: RelativeLift,
  n: number,
  plannedSample: number,
  alpha = 0.05,
): SequentialLift {
  if (relativeLift.kind === 'cannot_be_determined') return relativeLift;
  const onLog = sequentialInterval({
    estimate: relativeLift.logRatio,
    standardError: relativeLift.standardErrorOfLog,
    n,
    plannedSample,
    alpha,
  });
  return { kind: 'measured', ...onLog, interval: liftInterval(onLog.interval) };
}
