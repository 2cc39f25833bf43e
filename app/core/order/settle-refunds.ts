import type { Instant } from '../shared/time';
import type { Refund } from './order';

/**
 * Refunds by time that come to exactly what was taken off an order. Where the parts come to more, because something was
 * added since, the earliest are believed; what no part explains, as a line that an edit removed, was never really sold and
 * is taken off from the beginning.
 * In: parts with their times, their total and amounts in minor units, the order's own time. Out: first to last, none of 0.
 */
export function settleRefunds(
  parts: ReadonlyArray<Refund>,
  totalMinor: number,
  orderedAt: Instant,
): ReadonlyArray<Refund> {
  const settled: Refund[] = [];
  let leftMinor = totalMinor;
  for (const part of [...parts].sort((a, b) => a.refundedAt - b.refundedAt)) {
    const amountMinor = Math.min(leftMinor, part.amountMinor);
    if (amountMinor <= 0) continue;
    settled.push({ refundedAt: part.refundedAt, amountMinor });
    leftMinor -= amountMinor;
  }
  return leftMinor > 0 ? [{ refundedAt: orderedAt, amountMinor: leftMinor }, ...settled] : settled;
}
