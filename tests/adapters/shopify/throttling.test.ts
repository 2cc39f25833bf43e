import { expect, it } from 'vitest';
import { AdminError } from '#adapters/shopify/admin-error';
import { aSeed, SHOP } from './small-shop';
import { openShop } from './open-shop';

it('a throttled call waits until the bucket holds enough, and then has its answer', async () => {
  const { admin, state, waits } = await openShop(aSeed({}));
  state.faults = { ...state.faults, throttleNext: 3 };
  expect(await admin.fetchShop(SHOP)).toMatchObject({ name: 'Small Shop' });
  expect(waits).toHaveLength(3);
  expect(waits.every((ms) => ms >= 100 && ms <= 10_000)).toBe(true);
});

it('a call that is not throttled waits for nothing', async () => {
  const { admin, waits } = await openShop(aSeed({}));
  await admin.fetchShop(SHOP);
  expect(waits).toEqual([]);
});

it('a call that is throttled for ever gives up, to be tried again later', async () => {
  const { admin, state } = await openShop(aSeed({}));
  state.faults = { ...state.faults, throttleNext: 1000 };
  const error: unknown = await admin.fetchShop(SHOP).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AdminError);
  expect(error).toMatchObject({ kind: 'try_again', message: expect.stringContaining(SHOP) });
});

it('a shop without a session is told to be opened, for trying again would not help', async () => {
  const { admin } = await openShop(aSeed({}));
  await expect(admin.fetchShop('other.myshopify.com')).rejects.toMatchObject({ kind: 'never' });
});

it('a token that Shopify has revoked is never tried again', async () => {
  const { admin, sessions, session } = await openShop(aSeed({}));
  session.accessToken = 'shpat_revoked';
  await sessions.storeSession(session);
  await expect(admin.fetchShop(SHOP)).rejects.toMatchObject({ kind: 'never' });
});
