import { sha256Hex } from '#core/shared/hash';
import type { Instant } from '#core/shared/time';
import { keepsViews } from './pixel-door';
import type { Tools } from './ports';

/** What a browser tells through the web pixel; ids are GIDs. */
export type Beacon =
  | { readonly kind: 'view'; readonly clientId: string; readonly productId: string }
  | { readonly kind: 'order'; readonly clientId: string; readonly orderId: string };

/**
 * Keeps that a visitor looked at a product, or placed an order. A visitor is a hash that is the shop's own, so that nobody
 * can be followed from shop to shop.
 * In: shop, what was told, now (ms): a browser's clock is not believed. Out: nothing; a shop that does not want to know
 * keeps nothing.
 */
export async function recordBrowsing(
  { store }: Pick<Tools, 'store'>,
  { shopId, beacon, now }: { readonly shopId: string; readonly beacon: Beacon; readonly now: Instant },
): Promise<void> {
  if (!keepsViews(await store.findShop(shopId))) return;
  const visitorHash = sha256Hex(`${shopId}\n${beacon.clientId}`);
  if (beacon.kind === 'view') await store.noteProductView(shopId, visitorHash, beacon.productId, now);
  else await store.noteVisitorOrder(shopId, visitorHash, beacon.orderId, now);
}
