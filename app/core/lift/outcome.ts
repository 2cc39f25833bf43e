import type { Arm } from '../decide/trace';
import type { Order } from '../order/order';
import { DAY_MS, type Instant } from '../shared/time';
import { countOccasions } from './purchase-occasion';

/** What is bought later than this is no answer to the offer. */
const OFFER_DAYS = 14;

/** An order as the outcome needs it. Test orders, exchanges and subscription renewals are never among them. */
export type OutcomeOrder = Pick<
  Order,
  'orderId' | 'createdAt' | 'cancelledAt' | 'subtotalMinor' | 'refunds'
> & {
  readonly products: ReadonlyArray<number>; // numbers of what was bought and kept
};

/** What a customer's first offer was: sent, or withheld from the holdout. Before it both arms were treated alike. */
export type FirstOffer = { readonly product: number; readonly offeredAt: Instant };

/** One enrolled customer with every order of theirs, in any order, the trigger order included. */
export type LiftUnit = {
  readonly arm: Arm; // of the first decision
  readonly isOfBothArms: boolean; // turned out to be two people with different arms: drawn, but not analysed
  readonly enrolledAt: Instant;
  readonly triggerOrderId: string;
  readonly firstOffer: FirstOffer | null; // of the first enrolment
  readonly orders: ReadonlyArray<OutcomeOrder>;
};

export type MatureOutcome = {
  readonly kind: 'mature';
  readonly laterOrders: number; // the trigger order is not among them
  readonly laterRevenueMinor: number;
  readonly occasions: number; // trigger order included, orders within 24 hours are one
  readonly occasionRevenueMinor: number;
  readonly isOfferBought: boolean | null; // within 14 days of the first offer; null: none, or the window ends before
};

export type Outcome = MatureOutcome | { readonly kind: 'immature'; readonly maturesAt: Instant };

/**
 * What a customer bought in (enrolledAt, enrolledAt + horizon), both ends open, net of discounts and of refunds made
 * before the end; a cancelled order or one with nothing left does not count. Days are 24 hours.
 * In: unit, instant of the report, horizon in days. Out: minor units and counts, nothing before the window is full.
 */
export function measureOutcome(unit: LiftUnit, asOf: Instant, horizonDays: number): Outcome {
  const endsAt = unit.enrolledAt + horizonDays * DAY_MS;
  // A partial window would weigh late customers as poor ones.
  if (asOf < endsAt) return { kind: 'immature', maturesAt: endsAt };

  const counted = unit.orders
    .filter((order) => isTrigger(order, unit) || isInWindow(order, unit.enrolledAt, endsAt))
    .map((order) => ({ order, netMinor: netBefore(order, endsAt) }))
    .filter(({ order, netMinor }) => order.cancelledAt === null && netMinor > 0);
  const later = counted.filter(({ order }) => !isTrigger(order, unit));
  return {
    kind: 'mature',
    laterOrders: later.length,
    laterRevenueMinor: sumNet(later),
    occasions: countOccasions(counted.map(({ order }) => order.createdAt)),
    occasionRevenueMinor: sumNet(counted),
    isOfferBought: isOfferBought(unit.firstOffer, later, endsAt),
  };
}

function isTrigger(order: OutcomeOrder, unit: LiftUnit): boolean {
  return order.orderId === unit.triggerOrderId;
}

function isInWindow({ createdAt }: OutcomeOrder, enrolledAt: Instant, endsAt: Instant): boolean {
  return createdAt > enrolledAt && createdAt < endsAt;
}

function netBefore({ subtotalMinor, refunds }: OutcomeOrder, endsAt: Instant): number {
  return refunds
    .filter(({ refundedAt }) => refundedAt < endsAt)
    .reduce((net, { amountMinor }) => net - amountMinor, subtotalMinor);
}

function isOfferBought(
  offer: FirstOffer | null,
  later: ReadonlyArray<{ readonly order: OutcomeOrder }>,
  windowEndsAt: Instant,
): boolean | null {
  if (offer === null) return null;
  const endsAt = offer.offeredAt + OFFER_DAYS * DAY_MS;
  if (endsAt > windowEndsAt) return null; // what is bought in the rest of these days is not looked at
  return later.some(
    ({ order: { createdAt, products } }) =>
      createdAt > offer.offeredAt && createdAt < endsAt && products.includes(offer.product),
  );
}

function sumNet(counted: ReadonlyArray<{ readonly netMinor: number }>): number {
  return counted.reduce((sum, { netMinor }) => sum + netMinor, 0);
}
