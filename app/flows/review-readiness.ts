import { assessReadiness, readinessPeriods, type Readiness } from '#core/readiness/assess-readiness';
import { monthsBefore, type Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { Shop } from './records';

export type ReadinessReview = Readiness & {
  /** Null: the whole window that pairings are learned from is known, or may be read. */
  readonly shortHistory: {
    readonly knownFrom: Instant | null; // null: no order is known
    readonly windowMonths: number;
    readonly minimumBuyers: number;
    readonly minimumSupport: number;
  } | null;
};

/**
 * Whether Encore is worthwhile for a shop, from its own facts, and whether what is known of it is only what Shopify shows
 * without the permission to read all orders. In: the shop, now (ms).
 */
export async function reviewReadiness(
  { store }: Pick<Tools, 'store'>,
  { shop, now }: { readonly shop: Shop; readonly now: Instant },
): Promise<ReadinessReview> {
  const { shopId, zone, currency, readsAllOrders, settings } = shop;
  const knownFrom = await store.firstPurchaseAt(shopId);
  const { periods, ...basis } = readinessPeriods(knownFrom, now, zone);
  const [products, sales] = await Promise.all([
    store.offerableProducts(shopId),
    store.salesOf(shopId, periods),
  ]);
  const { windowMonths, minimumBuyers, minimumSupport } = settings.affinity;
  const isFull = knownFrom !== null && knownFrom <= monthsBefore(now, windowMonths, zone);
  return {
    ...assessReadiness({ products, sales, basis, currency }),
    shortHistory:
      readsAllOrders || isFull ? null : { knownFrom, windowMonths, minimumBuyers, minimumSupport },
  };
}
