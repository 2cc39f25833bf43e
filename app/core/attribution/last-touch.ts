import type { Order } from '../order/order';
import type { Instant } from '../shared/time';

export type ClickedTouch = {
  readonly touchId: string;
  readonly enrolmentId: string;
  readonly productId: string | null;
  readonly clickedAt: Instant;
};

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
  const last = clicked.reduce<ClickedTouch | null>(
    (best, touch) => (best === null || touch.clickedAt > best.clickedAt ? touch : best),
    null,
  );
  if (!last) return null;
  const holdsOffer = order.lines.some((line) => line.productId !== null && line.productId === last.productId);
  return { touchId: last.touchId, isAddon: holdsOffer && last.enrolmentId === runningEnrolmentId };
}
