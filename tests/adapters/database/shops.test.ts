import { expect, it } from 'vitest';
import { createSessionRows } from '#adapters/database/session-rows';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { claimOne, enrol } from '../../support/build-enrolment';
import { buildShopDetails, installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const rows = createSessionRows(prisma);

it('a shop is found as it was saved, with the default settings until it saves its own', async () => {
  const shopId = await installShop(store);
  expect(await store.findShop(shopId)).toEqual({
    ...buildShopDetails(),
    shopId,
    installedAt: MONDAY,
    uninstalledAt: null,
    sendingPaused: null,
    historyUntil: MONDAY,
    settingsVersion: 0,
    settings: DEFAULT_SETTINGS,
  });
  expect(await store.findShop('nobody.myshopify.com')).toBeNull();
});

it('new details of an installed shop leave its day of installation alone', async () => {
  const shopId = await installShop(store);
  await store.saveShop(shopId, buildShopDetails({ name: 'Leaf & Bean' }), MONDAY + DAY_MS);
  expect(await store.findShop(shopId)).toMatchObject({
    name: 'Leaf & Bean',
    installedAt: MONDAY,
    historyUntil: MONDAY,
  });
});

it('a shop that comes back begins anew, and its old enrolments stay ended', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await store.markUninstalled(shopId, MONDAY + 1);
  expect((await store.activeShops()).map((shop) => shop.shopId)).not.toContain(shopId);

  await store.saveShop(shopId, buildShopDetails(), MONDAY + DAY_MS);
  expect(await store.findShop(shopId)).toMatchObject({
    installedAt: MONDAY + DAY_MS,
    uninstalledAt: null,
    historyUntil: MONDAY + DAY_MS,
  });
  expect((await store.activeShops()).map((shop) => shop.shopId)).toContain(shopId);
  expect(await store.claimDueTouches(MONDAY + 2 * DAY_MS, 10, 60_000)).toEqual([]);
});

it('uninstalling drops the tokens of that shop, and of no other', async () => {
  const [leaving, staying] = [await installShop(store), await installShop(store)];
  for (const shopId of [leaving, staying])
    await rows.save({ id: `offline_${shopId}`, shopId, sealed: new Uint8Array([1]), expires: null });
  await store.markUninstalled(leaving, MONDAY + 1);
  expect(await rows.ofShop(leaving)).toEqual([]);
  expect(await rows.ofShop(staying)).toHaveLength(1);
});

it('the touches of a paused shop wait, and go on when it resumes', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await store.pauseSending(shopId, 'paused_guardrail', 'complaints at 0.4 %', MONDAY);
  expect(await store.findShop(shopId)).toMatchObject({
    sendingPaused: { reason: 'paused_guardrail', detail: 'complaints at 0.4 %' },
  });
  expect(await store.claimDueTouches(MONDAY + DAY_MS, 10, 60_000)).toEqual([]);
  expect(await store.nextDueAt()).toBeNull();

  await store.resumeSending(shopId, null); // a guardrail's stop is the merchant's to end
  expect(await store.nextDueAt()).toBeNull();
  await store.resumeSending(shopId, MONDAY);
  expect(await store.nextDueAt()).not.toBeNull();
  expect(await claimOne(store)).toMatchObject({ shopId });
});

it('every save of settings is a version of its own, also of two at once', async () => {
  const shopId = await installShop(store);
  const saves = [12, 18].map((holdoutPercent) =>
    store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent }, 'Ada', MONDAY),
  );
  expect((await Promise.all(saves)).sort()).toEqual([1, 2]);
  const shop = await store.findShop(shopId);
  expect(shop?.settings).toEqual(await store.settingsVersion(shopId, 2));
  expect((await store.settingsVersion(shopId, 1)).holdoutPercent).not.toBe(shop?.settings.holdoutPercent);
  await expect(store.settingsVersion(shopId, 3)).rejects.toThrow('no settings version 3');
});

it('a setting that is younger than a saved version has its default', async () => {
  const shopId = await installShop(store);
  const { brand: _younger, ...older } = DEFAULT_SETTINGS;
  await store.saveSettings(
    shopId,
    JSON.parse(JSON.stringify({ ...older, holdoutPercent: 20 })),
    'Ada',
    MONDAY,
  );
  expect(await store.settingsVersion(shopId, 1)).toEqual({ ...DEFAULT_SETTINGS, holdoutPercent: 20 });
});

it('settings of a shop that is not installed are refused with the remedy', async () => {
  await expect(store.saveSettings('nobody.myshopify.com', DEFAULT_SETTINGS, 'Ada', MONDAY)).rejects.toThrow(
    'install the app first',
  );
});

it('nothing takes the place of a guardrail’s stop, to be ended by itself; of another stop it does', async () => {
  const [guarded, refused] = [await installShop(store), await installShop(store)];
  await store.pauseSending(guarded, 'paused_guardrail', '{}', MONDAY);
  await store.pauseSending(refused, 'sending_paused', '401', MONDAY);
  for (const shopId of [guarded, refused]) {
    await store.pauseSending(shopId, 'sending_paused', '403', MONDAY);
    await store.resumeSending(shopId, null);
  }
  expect((await store.findShop(guarded))?.sendingPaused?.reason).toBe('paused_guardrail');
  expect((await store.findShop(refused))?.sendingPaused).toBeNull();
});
