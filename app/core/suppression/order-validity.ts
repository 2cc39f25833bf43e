import { isExchange, isRenewal, merchandiseSubtotalMinor } from '../affinity/counted-order';
import type { Order } from '../order/order';
import type { Settings } from '../settings/settings';
import type { Instant } from '../shared/time';
import type { Reason } from './reasons';

const MARKETPLACES = /^(amazon|ebay|etsy|faire|tiktok|walmart)/i;
const DRAFT_SOURCES: ReadonlySet<string> = new Set(['shopify_draft_order']);

/**
 * Whether an order may start a sequence, leaving its buyer aside.
 * In: the order (money in minor units), the instant before which orders are history (null: none), trigger settings.
 * Out: the first reason that stops it, or null.
 */
export function checkOrderValidity(
  order: Order,
  historyUntil: Instant | null,
  settings: Settings['trigger'],
): Reason | null {
  if (order.confirmedAt === null) return 'unpaid';
  if (historyUntil !== null && order.confirmedAt < historyUntil) return 'backfill';
  if (order.isTest) return 'test_order';
  if (order.cancelledAt !== null) return 'cancelled';
  if (order.isFullyRefunded) return 'refunded';
  if (isRenewal(order)) return 'subscription_renewal';
  if (isExchange(order)) return 'exchange_order';
  if (DRAFT_SOURCES.has(order.sourceName) && !settings.includeDraftOrders) return 'source_excluded';
  if (order.sourceName === 'pos' && !settings.includePointOfSale) return 'source_pos';
  if (MARKETPLACES.test(order.sourceName)) return 'marketplace';
  if (merchandiseSubtotalMinor(order) <= settings.minimumSubtotalMinor) return 'below_min_value';
  return null;
}

/**
 * What has become of the trigger order since: the same order that was fine at enrolment may be gone at send.
 * In: the order as read just now. Out: the reason that stops, or null.
 */
export function recheckOrder(order: Order): Reason | null {
  if (order.cancelledAt !== null) return 'cancelled';
  return order.isFullyRefunded ? 'refunded' : null;
}
