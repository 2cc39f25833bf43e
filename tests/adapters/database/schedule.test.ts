import { expect, it } from 'vitest';
import { createDatabaseStore } from '#adapters/database/database-store';
import { DAY_MS } from '#core/shared/time';
import type { ImportProgress } from '#flows/ports/import-store';
import { MONDAY } from '../../support/build-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma, jobs } = await openStore();

it('a slot starts once, whoever asks, and its job is enqueued once', async () => {
  const shopId = await installShop(store);
  const starts = await Promise.all(
    Array.from({ length: 6 }, () => store.startSlot(shopId, 'mine_pairings', '2026-06-01')),
  );
  expect(starts.filter(Boolean)).toHaveLength(1);
  expect(await store.startSlot(shopId, 'mine_pairings', '2026-06-02')).toBe(true);
  expect(await store.startSlot(shopId, 'reconcile_orders', '2026-06-01')).toBe(true);
  expect(jobs.filter((job) => job.shopId === shopId)).toEqual([
    { shopId, job: 'mine_pairings', detail: { slot: '2026-06-01' } },
    { shopId, job: 'mine_pairings', detail: { slot: '2026-06-02' } },
    { shopId, job: 'reconcile_orders', detail: { slot: '2026-06-01' } },
  ]);
});

it('a slot whose job could not be enqueued has not started', async () => {
  const shopId = await installShop(store);
  const broken = createDatabaseStore({
    prisma,
    enqueue: async () => {
      throw new Error('no queue');
    },
  });
  await expect(broken.startSlot(shopId, 'mine_pairings', 's')).rejects.toThrow('no queue');
  expect(await store.startSlot(shopId, 'mine_pairings', 's')).toBe(true);
});

it('the progress of an import is kept, and what is history to it never enrols', async () => {
  const shopId = await installShop(store);
  expect(await store.findImport(shopId)).toBeNull();
  const progress: ImportProgress = {
    state: 'requested',
    bulkOperationId: null,
    until: MONDAY + DAY_MS,
    ordersRead: 0,
    error: null,
  };
  await store.saveImport(shopId, progress);
  await store.saveImport(shopId, { ...progress, state: 'reading', ordersRead: 500 });
  expect(await store.findImport(shopId)).toEqual({ ...progress, state: 'reading', ordersRead: 500 });
  expect(await store.findShop(shopId)).toMatchObject({ historyUntil: MONDAY + DAY_MS });
  await store.saveImport(shopId, { ...progress, until: MONDAY });
  expect(await store.findShop(shopId)).toMatchObject({ historyUntil: MONDAY + DAY_MS });
});
