import { momentsBy, type Moments } from './moments';
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
  const ordersOf = ({ laterOrders }: MatureOutcome) => laterOrders;
  const revenueOf = ({ laterRevenueMinor }: MatureOutcome) => laterRevenueMinor;
  let [buyers, offered, boughtOffer, capped] = [0, 0, 0, 0];
  for (const { laterOrders, laterRevenueMinor, isOfferBought } of outcomes) {
    if (laterOrders > 0) buyers += 1;
    if (isOfferBought !== null) offered += 1;
    if (isOfferBought === true) boughtOffer += 1;
    if (laterRevenueMinor > cap) capped += 1;
  }
  return {
    buyers,
    offered,
    boughtOffer,
    capped,
    later: momentsBy(outcomes, revenueOf, ordersOf),
    cappedLater: momentsBy(outcomes, (outcome) => Math.min(revenueOf(outcome), cap), ordersOf),
    occasions: momentsBy(
      outcomes,
      ({ occasionRevenueMinor }) => occasionRevenueMinor,
      ({ occasions }) => occasions,
    ),
  };
}
