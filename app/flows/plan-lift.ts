import { HORIZONS_DAYS } from '#core/lift/horizons';
import { adviseShare, planExperiment, type ExperimentPlan } from '#core/lift/plan-experiment';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { Tools } from './ports';

const [HORIZON_DAYS] = HORIZONS_DAYS;
/** Whose windows have just passed. */
const WATCHED_DAYS = 90;

export type LiftPlan = {
  readonly plan: ExperimentPlan | null; // null: the shop's past tells too little
  readonly advisedShare: number; // a fraction
};

/**
 * When a lift could be seen in this shop: from what its own customers spent in the 90 days after a purchase, and how many
 * came. In: shop, holdout share (fraction), now (ms). Out: the plan with the share that is advised.
 */
export async function planLift(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly holdoutShare: number; readonly now: Instant },
): Promise<LiftPlan> {
  const { shopId, holdoutShare, now } = input;
  const until = now - HORIZON_DAYS * DAY_MS;
  const past = await store.shopPast(shopId, {
    from: until - WATCHED_DAYS * DAY_MS,
    until,
    horizonDays: HORIZON_DAYS,
  });
  return {
    plan: planExperiment(past, holdoutShare, HORIZON_DAYS),
    advisedShare: adviseShare(past.customersPerDay),
  };
}
