import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/**
 * What the shop itself tells: uninstalling stops everything at once, a finished export wakes the import, anything else
 * is read anew, but for a shop that has left. Where the permission to read all orders is new, so is the history.
 * In: shop, topic, when Shopify triggered it (null: not told), now (ms). Out: nothing; safe to repeat.
 */
export async function applyShopChange(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  input: {
    readonly shopId: string;
    readonly topic: string;
    readonly triggeredAt: Instant | null;
    readonly now: Instant;
  },
): Promise<void> {
  const { shopId, topic, triggeredAt, now } = input;
  if (topic === 'bulk_operations/finish') return store.enqueue(shopId, 'import_history', {});
  const shop = await store.findShop(shopId);
  // A change told before the uninstall may be worked off after it, and keeping a shop's details brings it back.
  if (!shop || shop.uninstalledAt !== null) return;
  if (topic === 'app/uninstalled') {
    // Told late, after the shop has come back: that installation is over already, this one is not meant.
    if (triggeredAt === null || triggeredAt >= shop.installedAt) await store.markUninstalled(shopId, now);
    return;
  }
  const details = await admin.fetchShop(shopId);
  // Before the shop is kept: whoever dies in between sees the change again and asks once more.
  if (details.readsAllOrders && !shop.readsAllOrders) await readRestOfHistory({ store }, shopId);
  await store.saveShop(shopId, details, now);
}

/** Permission to read all orders came after the import: what it could not see is read now, and never enrols either. */
async function readRestOfHistory({ store }: Pick<Tools, 'store'>, shopId: string): Promise<void> {
  const progress = await store.findImport(shopId);
  if (!progress) return;
  await store.saveImport(shopId, { ...progress, state: 'requested', bulkOperationId: null, error: null });
  await store.enqueue(shopId, 'import_history', {});
}
