import type { Order } from '#core/order/order';
import type { Instant } from '#core/shared/time';
import { mineShopPairings } from './mine-shop-pairings';
import type { Tools } from './ports';
import type { ImportProgress } from './ports/import-store';
import { recordOrders } from './record-orders';

const BATCH = 500;

/**
 * Moves the import of a shop's history one step on: ask for the export, wait for it, read it, mine it. Each step keeps
 * where it stands, so a process that dies goes on from there; orders that were read already change nothing. History
 * never enrols. Called again until it answers `done`.
 * In: shop, now (ms). Out: where the import stands.
 */
export async function importHistory(
  tools: Pick<Tools, 'store' | 'admin' | 'log'>,
  input: { readonly shopId: string; readonly now: Instant },
): Promise<ImportProgress['state']> {
  const { store, admin, log } = tools;
  const { shopId, now } = input;
  const found = await store.findImport(shopId);
  const shop = await store.findShop(shopId);
  if (!found || !shop || found.state === 'done') return 'done';
  let progress = found;
  const keep = async (change: Partial<ImportProgress>) => {
    progress = { ...progress, ...change };
    await store.saveImport(shopId, progress);
  };

  // A failed export is asked for again the next time anybody looks, which the schedule does.
  if (progress.state === 'requested' || progress.state === 'failed') {
    let keeping = Promise.resolve();
    // One page is kept while the next is read.
    for await (const products of admin.fetchAllProducts(shopId)) {
      await keeping;
      keeping = store.upsertProducts(shopId, products);
      keeping.catch(() => undefined); // it is waited for above and below
    }
    await keeping;
    await keep({
      state: 'exporting',
      bulkOperationId: await admin.startHistoryExport(shopId, progress.until),
    });
  }
  if ((progress.state === 'exporting' || progress.state === 'reading') && progress.bulkOperationId !== null) {
    const exported = await admin.historyExport(shopId, progress.bulkOperationId);
    if (exported.state === 'failed') await keep({ state: 'failed', error: exported.error });
    if (exported.state !== 'completed') return progress.state;
    await keep({ state: 'reading', ordersRead: 0 });
    await store.stopCounting(shopId); // an earlier night may have begun to count what little there was
    if (exported.url !== null) {
      let batch: Order[] = [];
      let keeping = Promise.resolve();
      const keepOrders = async (orders: ReadonlyArray<Order>) => {
        await recordOrders(tools, { shopId, orders });
        await keep({ ordersRead: progress.ordersRead + orders.length });
        log.info({ shopId, ordersRead: progress.ordersRead }, 'reading history');
      };
      // One batch is kept while the next is read.
      for await (const { order } of admin.readHistory(exported.url)) {
        batch.push(order);
        if (batch.length < BATCH) continue;
        await keeping;
        keeping = keepOrders(batch);
        keeping.catch(() => undefined); // it is waited for above and below
        batch = [];
      }
      await keeping;
      if (batch.length > 0) await keepOrders(batch);
    }
    await keep({ state: 'mining' });
  }
  if (progress.state === 'mining') {
    await mineShopPairings(tools, { shopId, now });
    await store.moveWatermark(shopId, progress.until);
    await keep({ state: 'done' });
  }
  return progress.state;
}
