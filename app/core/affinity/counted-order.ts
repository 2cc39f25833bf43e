import { joinBundles } from '../order/join-bundles';
import type { Order, OrderLine } from '../order/order';
import { DAY_MS } from '../shared/time';
import { isMerchandise } from './merchandise';

/** Orders that a subscription contract places by itself; the first order of a subscription comes through the checkout. */
const CONTRACT_SOURCES: ReadonlySet<string> = new Set([
  'subscription_contract',
  'subscription_contract_checkout_one',
]);
const RENEWAL_TAGS: ReadonlySet<string> = new Set(['subscription recurring order', 'prepaid']);
const EXCHANGE_TAG = /\b(exchange|replacement)\b/i;

/** A product that went back is not offered again for a season: whoever wants it after all knows where it is (C34). */
export const RETURN_REMEMBERED_MS = 90 * DAY_MS;

/**
 * Whether an order may teach anything about what people buy together: somebody paid for it of their own accord.
 * In: the order. Out: false when unpaid, cancelled, test, fully refunded, renewal, exchange, draft or wholesale.
 */
export function isCounted(order: Order): boolean {
  return isQualifyingPurchase(order) && !isDraft(order) && !order.isBusiness;
}

/**
 * The products that an order counts for: chosen, paid for and kept. A bundle counts as the one product that was chosen: its
 * parts are together because the shop put them together (C43).
 * In: the order. Out: distinct product ids in the order's own sequence; [] when the order does not count.
 */
export function countedProducts(order: Order): ReadonlyArray<string> {
  if (!isCounted(order)) return [];
  return distinctProducts(
    joinBundles(order.lines.filter(isMerchandise)).filter(
      (line) => line.valueMinor > 0 && line.currentQuantity > 0,
    ),
  );
}

/**
 * The products that the buyer still has from an order, however they came by them: gifts, renewals and exchanges included,
 * of a bundle the parts as well as the whole.
 * In: the order. Out: distinct product ids; [] when it was cancelled, refunded in full or a test.
 */
export function ownedProducts(order: Order): ReadonlyArray<string> {
  if (order.isTest || order.cancelledAt !== null || order.isFullyRefunded) return [];
  return distinctProducts(withBundles(order.lines).filter((line) => line.currentQuantity > 0));
}

/**
 * The products that the buyer gave back whole: refused once, so that offering them soon again would annoy (C34). What never
 * reached anybody, because the order was cancelled, was not refused.
 * In: the order. Out: distinct product ids; [] when it was cancelled or a test.
 */
export function returnedProducts(order: Order): ReadonlyArray<string> {
  if (order.isTest || order.cancelledAt !== null) return [];
  const kept = new Set(ownedProducts(order));
  return distinctProducts(withBundles(order.lines)).filter((id) => !kept.has(id));
}

/** Every product of an order, whatever became of it: those of its lines, and bundles. Out: distinct product ids. */
export function orderedProducts(order: Order): ReadonlyArray<string> {
  return distinctProducts(withBundles(order.lines));
}

function withBundles(lines: ReadonlyArray<OrderLine>): ReadonlyArray<OrderLine> {
  return [...lines, ...joinBundles(lines.filter(({ bundle }) => bundle !== null))];
}

/**
 * Whether an order is a purchase in the eyes of the rules: it ends a running enrolment, counts for the 14 days and the
 * segments. Orders at the till and staff-made ones do, for the customer has bought.
 * In: the order. Out: false when unconfirmed, test, cancelled, fully refunded, renewal or exchange.
 */
export function isQualifyingPurchase(order: Order): boolean {
  return isSale(order) && !order.isFullyRefunded;
}

/**
 * Whether an order was a purchase until all of it was taken back: on the days before that, the shop had sold something.
 * In: the order. Out: true when nothing but the refund in full keeps it from being a qualifying purchase.
 */
export function isGivenBack(order: Order): boolean {
  return isSale(order) && order.isFullyRefunded;
}

/**
 * Whether a subscription placed this order by itself: by its source, by the tags that subscription apps leave, or because
 * an app (its number stands for the source) ordered something on a selling plan.
 * In: the order. Out: true for renewals, false for a first subscription order.
 */
export function isRenewal(order: Order): boolean {
  return (
    CONTRACT_SOURCES.has(order.sourceName) ||
    order.tags.some((tag) => RENEWAL_TAGS.has(tag.trim().toLowerCase())) ||
    (isPlacedByApp(order) && order.lines.some((line) => line.sellingPlanId !== null))
  );
}

/**
 * Whether this order replaces an earlier one: tagged so, or entered by staff or an app for nothing.
 * In: the order. Out: true for exchanges and replacements.
 */
export function isExchange(order: Order): boolean {
  const isEntered = isDraft(order) || isPlacedByApp(order);
  return order.tags.some((tag) => EXCHANGE_TAG.test(tag)) || (isEntered && order.subtotalMinor === 0);
}

/** What the goods of an order cost after discounts, in minor units: no gift cards, fees, tax or shipping. */
export function merchandiseSubtotalMinor(order: Order): number {
  return order.lines.filter(isMerchandise).reduce((sum, line) => sum + line.valueMinor, 0);
}

/** What the shop keeps of the goods, in minor units: their value less refunds, never below 0; 0 when cancelled. */
export function netMinor(order: Order): number {
  if (order.cancelledAt !== null) return 0;
  const refundedMinor = order.refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return Math.max(0, merchandiseSubtotalMinor(order) - refundedMinor);
}

function distinctProducts(lines: ReadonlyArray<Pick<OrderLine, 'productId'>>): ReadonlyArray<string> {
  return [...new Set(lines.map((line) => line.productId).filter((id) => id !== null))];
}

/** A purchase, taken back since or not. */
function isSale(order: Order): boolean {
  return (
    order.confirmedAt !== null &&
    !order.isTest &&
    order.cancelledAt === null &&
    !isRenewal(order) &&
    !isExchange(order)
  );
}

/** Whether staff entered the order. */
function isDraft(order: Order): boolean {
  return order.sourceName === 'shopify_draft_order';
}

/** Shopify names an order's source by the number of the app that placed it. */
function isPlacedByApp(order: Order): boolean {
  return /^\d+$/.test(order.sourceName);
}
