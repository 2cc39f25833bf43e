import type { Arm } from '../decide/trace';
import type { Order } from '../order/order';
import { DAY_MS, type Instant } from '../shared/time';
import { countOccasions } from './purchase-occasion';

export type Refund = { readonly refundedAt: Instant; readonly amountMinor: number };

/** An order as the outcome needs it. Test orders, exchanges and subscription renewals are never among them. */
export type OutcomeOrder = Pick<Order, 'orderId' | 'createdAt' | 'cancelledAt' | 'subtotalMinor'> & {
  readonly refunds: ReadonlyArray<Refund>;
};

/** One enrolled customer with every order of theirs, in any order, the trigger order included. */
export type LiftUnit = {
  readonly arm: Arm;
  readonly enrolledAt: Instant;
  readonly triggerOrderId: string;
  readonly orders: ReadonlyArray<OutcomeOrder>;
};

export type MatureOutcome = {
  readonly kind: 'mature';
  readonly laterOrders: number; // the trigger order is not among them
  readonly laterRevenueMinor: number;
  readonly occasions: number; // trigger order included, orders within 24 hours are one
  readonly occasionRevenueMinor: number;
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

function sumNet(counted: ReadonlyArray<{ readonly netMinor: number }>): number {
  return counted.reduce((sum, { netMinor }) => sum + netMinor, 0);
}
