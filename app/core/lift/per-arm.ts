import type { Arm } from '../decide/trace';

/** One value for each arm. The holdout is the control of the experiment. */
export type PerArm<T> = Readonly<Record<Arm, T>>;

/** Both ends of a range that is not bounded by anything else. */
export type Interval = { readonly low: number; readonly high: number };
