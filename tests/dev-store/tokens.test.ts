import { afterEach, expect, it } from 'vitest';
import { openStore, SECRET, textAt, type OpenedStore } from './support/open-store';
import { buildSeed, SHOP } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

const refresh = (refreshToken: string, shop = SHOP) =>
  store.post(
    '/admin/oauth/access_token',
    { client_id: 'key', client_secret: SECRET, grant_type: 'refresh_token', refresh_token: refreshToken },
    { 'X-Dev-Shop': shop },
  );

it('a session token is exchanged for an access token of an hour', async () => {
  store = await openStore(buildSeed());
  const grant = await store.install();
  expect(grant.json).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
  expect((await store.admin('{ shop { name } }')).status).toBe(200);
  store.wall.nowMs += 3_600_000;
  expect((await store.admin('{ shop { name } }')).status).toBe(401);
});

it('a session token of another shop, or an old one, is not exchanged', async () => {
  store = await openStore(buildSeed(), buildSeed({ domain: 'other.myshopify.com' }));
  const exchange = async (subject_token: string) =>
    store.post(
      '/admin/oauth/access_token',
      {
        client_id: 'key',
        client_secret: SECRET,
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token,
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      },
      { 'X-Dev-Shop': SHOP },
    );
  const own = (await store.get(`/_dev/id-token?shop=${SHOP}`)).text;
  const others = (await store.get('/_dev/id-token?shop=other.myshopify.com')).text;
  expect((await exchange(others)).json).toMatchObject({ error: 'invalid_subject_token' });
  expect((await exchange(`${own}x`)).json).toMatchObject({ error: 'invalid_subject_token' });
  expect((await exchange(own)).status).toBe(200);
  store.wall.nowMs += 71_000;
  expect((await exchange(own)).json).toMatchObject({ error: 'invalid_subject_token' });
});

it('a refresh token works once, and the one that came for it works after it', async () => {
  store = await openStore(buildSeed());
  const first = textAt((await store.install()).json, 'refresh_token');
  const second = await refresh(first);
  expect(second.status).toBe(200);
  expect((await refresh(first)).json).toMatchObject({ error: 'invalid_grant' });
  expect((await refresh(textAt(second.json, 'refresh_token'))).status).toBe(200);
  expect((await store.get('/_dev/state')).json).toMatchObject({
    tokenExchanges: 1,
    tokenRefreshes: 2,
    refusedRefreshes: 1,
  });
});

it('a client with the wrong secret gets nothing', async () => {
  store = await openStore(buildSeed());
  const answer = await store.post(
    '/admin/oauth/access_token',
    { client_id: 'key', client_secret: 'guessed', grant_type: 'refresh_token', refresh_token: 'x' },
    { 'X-Dev-Shop': SHOP },
  );
  expect(answer.status).toBe(401);
});

it('uninstalling ends the tokens of that shop alone, tells the app, and asks for redaction two days later', async () => {
  store = await openStore(buildSeed(), buildSeed({ domain: 'other.myshopify.com' }));
  await store.install();
  await store.post('/_dev/uninstall', { shop: 'other.myshopify.com' });
  expect((await store.admin('{ shop { name } }')).status).toBe(200);
  await store.post('/_dev/uninstall', { shop: SHOP });
  expect((await store.admin('{ shop { name } }')).status).toBe(401);
  const heardOfShop = () =>
    store.app.heard
      .filter(({ headers }) => headers['x-shopify-shop-domain'] === SHOP)
      .map(({ headers }) => headers['x-shopify-topic']);
  expect(heardOfShop()).toEqual(['app/uninstalled']);
  await store.moveTo(Date.parse('2026-06-03T09:00:00Z'));
  expect(heardOfShop()).toEqual(['app/uninstalled', 'shop/redact']);
});

it('a shop that installs again within two days is not redacted', async () => {
  store = await openStore(buildSeed());
  await store.install();
  await store.post('/_dev/uninstall');
  await store.install();
  await store.moveTo(Date.parse('2026-06-04T09:00:00Z'));
  expect(store.app.topics()).toEqual(['app/uninstalled']);
});
