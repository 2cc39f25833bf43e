import type { Refund } from '#core/order/order';
import { settleRefunds } from '#core/order/settle-refunds';
import type { Instant } from '#core/shared/time';

type Amount = { readonly shopMoney: { readonly amount: string } };

/** A refund as GraphQL gives it; a bulk file tells nothing of its lines. */
export type RefundNode = {
  readonly createdAt?: string | null;
  readonly processedAt: string;
  readonly totalRefundedSet: Amount;
  readonly lines?: ReadonlyArray<{ readonly subtotalSet: Amount }>;
};

/**
 * The merchandise that was taken back, by time. How much it is in all is told by the order's subtotals; how it spreads over
 * the refunds, by their lines. Without these the money paid back is the most that each can have been: a single refund is
 * right all the same, and of several one for shipping may stand for merchandise.
 * In: refunds, their total in minor units, the order's own time, reading of amounts. Out: first to last.
 */
export function parseRefunds(
  nodes: ReadonlyArray<RefundNode>,
  totalMinor: number,
  orderedAt: Instant,
  minor: (amount: Amount) => number,
): ReadonlyArray<Refund> {
  const parts = nodes.map(({ createdAt, processedAt, totalRefundedSet, lines }) => ({
    refundedAt: Date.parse(createdAt ?? processedAt),
    amountMinor: lines
      ? lines.reduce((sum, { subtotalSet }) => sum + minor(subtotalSet), 0)
      : minor(totalRefundedSet),
  }));
  return settleRefunds(parts, totalMinor, orderedAt);
}
