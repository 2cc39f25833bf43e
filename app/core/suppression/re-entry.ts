import { DAY_MS, type Instant } from '../shared/time';

/** How long a purchase counts as recent (R28). */
export const RECENT_PURCHASE_MS = 14 * DAY_MS;

/** One qualifying purchase of a person. */
export type Purchase = { readonly orderId: string; readonly confirmedAt: Instant };

/**
 * Which of two purchases came first: by time, and at the same instant by order id, so that every machine agrees.
 * Ids of one kind differ only in their number, hence the shorter one is the smaller. Out: < 0, 0 or > 0.
 */
export function comparePurchases(a: Purchase, b: Purchase): number {
  if (a.confirmedAt !== b.confirmedAt) return a.confirmedAt - b.confirmedAt;
  if (a.orderId.length !== b.orderId.length) return a.orderId.length - b.orderId.length;
  return a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : 0;
}

/**
 * The newest purchase in the 14 days *before* the trigger order (R28), both ends of the fortnight counted.
 * In: the person's qualifying purchases (the trigger order may be among them), the trigger order. Out: it, or null.
 */
export function findRecentPurchase<P extends Purchase>(
  purchases: ReadonlyArray<P>,
  trigger: Purchase,
): P | null {
  return purchases.reduce<P | null>((newest, purchase) => {
    const counts =
      purchase.orderId !== trigger.orderId &&
      comparePurchases(purchase, trigger) < 0 &&
      purchase.confirmedAt >= trigger.confirmedAt - RECENT_PURCHASE_MS;
    return counts && (newest === null || comparePurchases(purchase, newest) > 0) ? purchase : newest;
  }, null);
}
