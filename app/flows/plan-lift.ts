import { HORIZONS_DAYS } from '#core/lift/horizons';
import { adviseShare, planExperiment, type ExperimentPlan } from '#core/lift/plan-experiment';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { LiftView } from './describe-lift';
import type { Tools } from './ports';

const [HORIZON_DAYS] = HORIZONS_DAYS;
/** Whose windows have just passed. */
const WATCHED_DAYS = 90;
/** From so many days on the shop's own rate of enrolments is known. */
const RATE_KNOWN_DAYS = 14;

export type LiftPlan = {
  readonly plan: ExperimentPlan | null; // null: the shop's past tells too little
  readonly isRateKnown: boolean; // days are of how many are enrolled, and not of how many bought
  readonly advisedShare: number; // a fraction
};

/**
 * When a lift could be seen in this shop: from what its own customers spent in the 90 days after a purchase, and how many
 * are enrolled a day. In: shop, its lift, now (ms). Out: the plan with the share that is advised.
 */
export async function planLift(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly lift: Pick<LiftView, 'holdoutShare' | 'enrolled' | 'daysRunning'>;
    readonly now: Instant;
  },
): Promise<LiftPlan> {
  const { shopId, lift, now } = input;
  const until = now - HORIZON_DAYS * DAY_MS;
  const past = await store.shopPast(shopId, {
    from: until - WATCHED_DAYS * DAY_MS,
    until,
    horizonDays: HORIZON_DAYS,
  });
  const { treatment, holdout } = lift.enrolled;
  // Fewer are enrolled than buy: without consent, below the minimum, again within the sequence.
  const isKnown = lift.daysRunning >= RATE_KNOWN_DAYS;
  const customersPerDay = isKnown ? (treatment + holdout) / lift.daysRunning : past.customersPerDay;
  return {
    plan: planExperiment({ ...past, customersPerDay }, lift.holdoutShare, HORIZON_DAYS),
    isRateKnown: isKnown,
    advisedShare: adviseShare(past.ordersPerDay),
  };
}
