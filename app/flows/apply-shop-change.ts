import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/**
 * What the shop itself tells: uninstalling stops everything at once, a finished export wakes the import, anything else
 * is read anew.
 * In: shop, topic, now (ms). Out: nothing; safe to repeat.
 */
export async function applyShopChange(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  input: { readonly shopId: string; readonly topic: string; readonly now: Instant },
): Promise<void> {
  const { shopId, topic, now } = input;
  if (topic === 'app/uninstalled') return store.markUninstalled(shopId, now);
  if (topic === 'bulk_operations/finish') return store.enqueue(shopId, 'import_history', {});
  await store.saveShop(shopId, await admin.fetchShop(shopId), now);
}
