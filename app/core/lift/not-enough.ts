import type { PerArm } from './per-arm';

export type NotEnoughReason = 'no_customer' | 'fewer_than_two_customers' | 'no_orders' | 'no_variation';

/** Stands in place of a figure which the data cannot answer yet, with the customers of each arm. */
export type NotEnough = {
  readonly kind: 'not_enough';
  readonly reason: NotEnoughReason;
  readonly customers: PerArm<number>;
};
