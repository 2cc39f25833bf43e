import { describe, expect, it } from 'vitest';
import { activatePixel } from '#flows/activate-pixel';
import { forgetViews } from '#flows/forget-views';
import { recordBrowsing } from '#flows/record-browsing';
import type { Tools } from '#flows/ports';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../support/build-order';
import { buildProduct } from '../support/build-product';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store, prisma } = await openStore();
const PRODUCT = 'gid://shopify/Product/501';

/** Everything outside that the pixel needs, and the pixels that were asked for. */
function outside() {
  const asked: unknown[] = [];
  const tools = {
    store,
    appUrl: 'https://encore.example',
    links: { sign: (purpose: string, shopId: string) => `${purpose} of ${shopId}` },
    admin: { activatePixel: async (...wanted: ReadonlyArray<unknown>) => void asked.push(wanted) },
    log: { info: () => {} },
  } as unknown as Tools;
  return { tools, asked };
}
const switchOff = (shopId: string) => {
  const signals = { ...DEFAULT_SETTINGS.signals, browsePercent: 0 };
  return store.saveSettings(shopId, { ...DEFAULT_SETTINGS, signals }, 'Ada', MONDAY);
};

describe('the web pixel of a shop', () => {
  it('is activated with its own account id, however often', async () => {
    const { tools, asked } = outside();
    const shopId = await installShop(store);
    await activatePixel(tools, { shopId });
    await activatePixel(tools, { shopId });
    const settings = { accountID: `pixel of ${shopId}`, endpoint: 'https://encore.example/pixel' };
    expect(asked).toEqual([
      [shopId, settings],
      [shopId, settings],
    ]);
  });

  it('is not activated where browsing weighs nothing, nor where the app is gone', async () => {
    const { tools, asked } = outside();
    const [off, gone] = [await installShop(store), await installShop(store)];
    await switchOff(off);
    await store.markUninstalled(gone, MONDAY);
    for (const shopId of [off, gone, 'unknown.myshopify.com']) await activatePixel(tools, { shopId });
    expect(asked).toEqual([]);
  });
});

/** A shop where a buyer looked the day before they ordered on MONDAY, and a visitor who only looked. */
async function lookedAt() {
  const { tools } = outside();
  const shopId = await installShop(store);
  await store.upsertProducts(shopId, [buildProduct({ productId: PRODUCT })]);
  const tell = (clientId: string, at: number, orderId?: string) =>
    recordBrowsing(tools, {
      shopId,
      beacon: orderId ? { kind: 'order', clientId, orderId } : { kind: 'view', clientId, productId: PRODUCT },
      now: at,
    });
  await tell('buyer', MONDAY - DAY_MS);
  await tell('buyer', MONDAY, 'gid://shopify/Order/1');
  await tell('visitor', MONDAY - DAY_MS);
  const keptAfter = async (days: number) => {
    await forgetViews(tools, { shopId, now: MONDAY + days * DAY_MS });
    return prisma.productView.count({ where: { shopId } });
  };
  return { shopId, keptAfter };
}

it('looks are forgotten every night: 30 days after them, or 50 days after the order that came of them', async () => {
  const { keptAfter } = await lookedAt();
  expect(await keptAfter(29)).toBe(2);
  expect(await keptAfter(30)).toBe(1);
  expect(await keptAfter(50)).toBe(1);
  expect(await keptAfter(51)).toBe(0);
});

it('all looks are forgotten in the night after they were given no weight, and not before', async () => {
  const { shopId, keptAfter } = await lookedAt();
  expect(await keptAfter(0)).toBe(2);
  await switchOff(shopId);
  expect(await keptAfter(0)).toBe(0);
  expect(await prisma.visitorOrder.count({ where: { shopId } })).toBe(0);
});
