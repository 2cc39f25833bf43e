import { expect, it } from 'vitest';
import { measureOutcome } from '#core/lift/outcome';
import golden from './outcome-window.json';

const { input, expected } = golden.vectors.window_90d;

it.each(Object.entries(expected))('the 90-day outcome of %s', (customer, { mature, orders, net_cents }) => {
  const enrolledAt = Date.parse(input.enrolments.find(([id]) => id === customer)?.[1] ?? '');
  const ofCustomer = input.orders.filter((order) => order.customer === customer);
  const unit = {
    arm: 'treatment' as const,
    enrolledAt,
    isOfBothArms: false,
    triggerOrderId: ofCustomer.find(({ note }) => note === 'trigger')?.order ?? 'none',
    firstOffer: null,
    orders: ofCustomer.map((order) => ({
      orderId: order.order,
      createdAt: Date.parse(order.at),
      cancelledAt: order.cancelled ? Date.parse(order.at) : null,
      subtotalMinor: order.gross_cents,
      products: [],
      refunds: [{ refundedAt: Date.parse(order.at), amountMinor: order.refund_cents }],
    })),
  };
  const outcome = measureOutcome(unit, Date.parse(input.as_of), 90);
  expect(outcome).toMatchObject(
    mature ? { kind: 'mature', laterOrders: orders, laterRevenueMinor: net_cents } : { kind: 'immature' },
  );
});
