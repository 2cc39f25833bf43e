import { momentsOf, type Moments } from './moments';
import type { MatureOutcome } from './outcome';

/** All that a comparison needs to know of one arm; tallies with the same cap can be merged, moment by moment. */
export type ArmTally = {
  readonly buyers: number; // bought again after the trigger order
  readonly offered: number; // an offer was sent or, to the holdout, would have been
  readonly boughtOffer: number; // and they bought that very product soon after
  readonly later: Moments; // y revenue, x orders, both after the trigger order
  readonly cappedLater: Moments; // the same with y cut at the cap
  readonly capped: number; // customers whose revenue was cut
  readonly occasions: Moments; // y revenue, x purchase occasions, trigger order included
};

/** Sums up one arm. In: its mature outcomes, the cap of both arms in minor units (null: nobody bought). */
export function tallyArm(outcomes: ReadonlyArray<MatureOutcome>, capMinor: number | null): ArmTally {
  const cap = capMinor ?? Infinity;
  return {
    buyers: outcomes.filter(({ laterOrders }) => laterOrders > 0).length,
    offered: outcomes.filter(({ isOfferBought }) => isOfferBought !== null).length,
    boughtOffer: outcomes.filter(({ isOfferBought }) => isOfferBought === true).length,
    later: momentsOf(outcomes.map((outcome) => ({ y: outcome.laterRevenueMinor, x: outcome.laterOrders }))),
    cappedLater: momentsOf(
      outcomes.map((outcome) => ({ y: Math.min(outcome.laterRevenueMinor, cap), x: outcome.laterOrders })),
    ),
    capped: outcomes.filter(({ laterRevenueMinor }) => laterRevenueMinor > cap).length,
    occasions: momentsOf(
      outcomes.map((outcome) => ({ y: outcome.occasionRevenueMinor, x: outcome.occasions })),
    ),
  };
}
