import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/**
 * What the shop itself tells: uninstalling stops everything at once, a finished export wakes the import, anything else
 * is read anew, but for a shop that has left.
 * In: shop, topic, now (ms). Out: nothing; safe to repeat.
 */
export async function applyShopChange(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  input: { readonly shopId: string; readonly topic: string; readonly now: Instant },
): Promise<void> {
  const { shopId, topic, now } = input;
  if (topic === 'app/uninstalled') return store.markUninstalled(shopId, now);
  if (topic === 'bulk_operations/finish') return store.enqueue(shopId, 'import_history', {});
  // A change told before the uninstall may be worked off after it, and keeping a shop's details brings it back.
  const shop = await store.findShop(shopId);
  if (!shop || shop.uninstalledAt !== null) return;
  await store.saveShop(shopId, await admin.fetchShop(shopId), now);
}
