import type { SellingPlan } from '../catalogue/product';

const QUOTED_FROM_PERCENT = 10;
const QUOTED_TO_PERCENT = 15;

/**
 * The selling plan that a replenishment may quote: the largest saving from 10 to 15 %, the first of equal ones.
 * In: the product's plans (whole percent off). Out: the plan, or null when none lies in the range.
 */
export function quotablePlan(plans: ReadonlyArray<SellingPlan>): SellingPlan | null {
  let best: SellingPlan | null = null;
  for (const plan of plans) {
    if (plan.percentOff < QUOTED_FROM_PERCENT || plan.percentOff > QUOTED_TO_PERCENT) continue;
    if (best === null || plan.percentOff > best.percentOff) best = plan;
  }
  return best;
}
