import { isQualifyingPurchase } from '../affinity/counted-order';
import type { Arm } from '../decide/trace';
import type { Order } from '../order/order';
import { DAY_MS, type Instant } from '../shared/time';

/** How long before an order a click may be to have touched it. */
export const CLICK_WINDOW_MS = 5 * DAY_MS;

export type ClickedTouch = {
  readonly touchId: string;
  readonly enrolmentId: string;
  readonly productId: string | null; // what it offered
  readonly clickedAt: Instant;
  readonly arm: Arm;
};

/** A touch that has touched an order; one of an order's is the last. */
export type Credit = { readonly touchId: string; readonly clickedAt: Instant; readonly isLast: boolean };

/**
 * The touch that gets the credit for an order: the last one that a person clicked before it. Credit describes who
 * touched the order; it is never a lift.
 * In: touches clicked by the buyer inside the click window (ms), the running enrolment, the order.
 * Out: the touch, and whether the order is that touch's own add-on (it holds the offered product and belongs to the
 * running enrolment); null when no touch was clicked.
 */
export function creditedTouch(
  clicked: ReadonlyArray<ClickedTouch>,
  runningEnrolmentId: string | null,
  order: Order,
): { readonly touchId: string; readonly isAddon: boolean } | null {
  const last = lastClicked(clicked);
  if (!last) return null;
  const holdsOffer = order.lines.some((line) => line.productId !== null && line.productId === last.productId);
  return { touchId: last.touchId, isAddon: holdsOffer && last.enrolmentId === runningEnrolmentId };
}

/**
 * What is kept of the clicks before an order, so that any model can share it out later.
 * In: touches clicked by the buyer inside the click window (ms), the order. Out: all of them, one the last; none for an
 * order that nobody chose to place (test, renewal, exchange, cancelled) and none of the held-out group.
 */
export function creditsOf(clicked: ReadonlyArray<ClickedTouch>, order: Order): ReadonlyArray<Credit> {
  if (!isQualifyingPurchase(order)) return [];
  const emailed = clicked.filter(({ arm }) => arm === 'treatment');
  const last = lastClicked(emailed);
  return emailed.map(({ touchId, clickedAt }) => ({
    touchId,
    clickedAt,
    isLast: touchId === last?.touchId,
  }));
}

function lastClicked(clicked: ReadonlyArray<ClickedTouch>): ClickedTouch | null {
  return clicked.reduce<ClickedTouch | null>(
    (best, touch) => (best === null || touch.clickedAt > best.clickedAt ? touch : best),
    null,
  );
}
