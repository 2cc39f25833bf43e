import { MINUTE_MS, type Instant } from '#core/shared/time';
import { applyOrderChange } from './apply-order-change';
import type { Tools } from './ports';

/** Shopify's index of updates may trail by a little; looking back again costs one read and finds nothing new. */
const OVERLAP_MS = 5 * MINUTE_MS;

/**
 * Finds orders whose webhook never came: asks Shopify what was updated since the last look and applies what is newer
 * than what is kept. Catches up after any outage in one go.
 * In: shop, the watermark of the last look and now (ms). Out: how many orders had been missed.
 * Throws what failed first, after everything else was applied.
 */
export async function reconcileOrders(
  tools: Pick<Tools, 'store' | 'admin' | 'ids' | 'links' | 'log'>,
  input: { readonly shopId: string; readonly since: Instant; readonly now: Instant },
): Promise<number> {
  const { shopId, since, now } = input;
  const updated = await tools.admin.updatedOrderIds(shopId, since - OVERLAP_MS);
  const stored =
    updated.length === 0
      ? new Map<string, Instant>()
      : await tools.store.storedUpdates(
          shopId,
          updated.map(({ orderId }) => orderId),
        );

  const missed = updated.filter(({ orderId, updatedAt }) => (stored.get(orderId) ?? 0) < updatedAt);

  const failures: unknown[] = [];
  for (const { orderId } of missed) {
    await applyOrderChange(tools, { shopId, orderId, now }).catch((error: unknown) => failures.push(error));
  }
  // One bad order holds up no other; the watermark stays, so that it is looked at again.
  if (failures.length > 0) throw failures[0];
  await tools.store.moveWatermark(shopId, now);
  if (missed.length > 0)
    tools.log.warn({ shopId, missed: missed.length }, 'orders had no webhook; they are caught up');
  return missed.length;
}
