import { expect, it } from 'vitest';
import { aSeed, SHOP } from './small-shop';
import { openShop } from './open-shop';

const settings = { accountID: 'k1.account', endpoint: 'https://encore.example/pixel' };

it('a pixel is created once, with what it needs to know', async () => {
  const { admin, state } = await openShop(aSeed({}));
  await admin.activatePixel(SHOP, settings);
  const created = state.webPixel;
  await admin.activatePixel(SHOP, settings);
  expect(JSON.parse(created?.settings ?? '')).toEqual(settings);
  expect(state.webPixel).toBe(created);
});

it('one that is there already is told a new address, and stays the same pixel', async () => {
  const { admin, state } = await openShop(aSeed({}));
  await admin.activatePixel(SHOP, settings);
  const id = state.webPixel?.id;
  await admin.activatePixel(SHOP, { ...settings, endpoint: 'https://moved.example/pixel' });
  expect(state.webPixel?.id).toBe(id);
  expect(JSON.parse(state.webPixel?.settings ?? '')).toEqual({
    ...settings,
    endpoint: 'https://moved.example/pixel',
  });
});
