import { expect, it } from 'vitest';
import type { Tools } from '#flows/ports';
import { installShop } from '#flows/install-shop';
import { MONDAY } from '../support/build-order';
import { buildShopDetails } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store, jobs } = await openStore();
const admin = { fetchShop: async () => buildShopDetails() } as unknown as Tools['admin'];
const shopId = 'fresh.myshopify.com';

it('a shop begins with the sequence off, its pixel and its history asked for, once however often it is opened', async () => {
  await installShop({ store, admin }, { shopId, now: MONDAY });
  await installShop({ store, admin }, { shopId, now: MONDAY + 1 });
  const shop = await store.findShop(shopId);
  expect([shop?.settings.sending.isSequenceOn, shop?.settingsVersion]).toEqual([false, 1]);
  expect(jobs.filter((job) => job.shopId === shopId).map(({ job }) => job)).toEqual([
    'activate_pixel',
    'import_history',
  ]);
});

it('an installation that a crash cut off after its first step is finished at the next opening', async () => {
  const cutOff = 'cut-off.myshopify.com';
  await store.saveShop(cutOff, buildShopDetails(), MONDAY);
  await installShop({ store, admin }, { shopId: cutOff, now: MONDAY + 1 });
  expect((await store.findShop(cutOff))?.settings.sending.isSequenceOn).toBe(false);
  expect((await store.findImport(cutOff))?.state).toBe('requested');
});
