import { createHmac } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { afterEach, expect, it } from 'vitest';
import { openStore, SECRET, textAt, type OpenedStore } from './support/open-store';
import { buildOrder, buildProduct, buildSeed, orderPaid } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

// Tags may close themselves or not: no reader of the page sees it.
const RULES = {
  extends: ['html-validate:recommended'],
  rules: { 'void-style': 'off', 'no-trailing-whitespace': 'off' },
};

async function faultsOf(page: string): Promise<ReadonlyArray<string>> {
  const report = await new HtmlValidate({ root: true, ...RULES } as never).validateString(page);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}

it('the admin page frames the app with signed parameters', async () => {
  store = await openStore(buildSeed());
  const page = await store.get('/store/small/apps/encore/app/pairings?tab=strong');
  const source = /<iframe[^>]* data-address="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
  const url = new URL(source ?? '');
  expect(url.origin).toBe(store.app.url);
  expect(url.pathname).toBe('/app/pairings');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    tab: 'strong',
    shop: 'small.myshopify.com',
    embedded: '1',
  });
  expect(Buffer.from(url.searchParams.get('host') ?? '', 'base64url').toString()).toBe(
    'admin.shopify.com/store/small',
  );
  const hmac = url.searchParams.get('hmac');
  url.searchParams.delete('hmac');
  const message = Array.from(url.searchParams)
    .toSorted()
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  expect(hmac).toBe(createHmac('sha256', SECRET).update(message).digest('hex'));
  expect(page.text).toContain('Local preview');
  expect(page.text).not.toMatch(/shopify admin/i);
});

it('every page is valid HTML', async () => {
  const products = [buildProduct({ title: 'Mug "<b>" & saucer' })];
  store = await openStore(buildSeed({ products, events: [orderPaid(buildOrder())] }));
  const cart = await store.storefront(
    `mutation { cartCreate(input: { lines: [{ merchandiseId: "gid://shopify/ProductVariant/3001" }], discountCodes: ["NONE"] }) {
      cart { checkoutUrl } } }`,
  );
  const checkout = new URL(textAt(cart.json, 'data', 'cartCreate', 'cart', 'checkoutUrl')).pathname;
  const paths = [
    '/store/small/apps/encore',
    '/store/small',
    '/store/small/products/mug',
    checkout,
    '/store/small/thanks/1001',
  ];
  for (const path of paths) {
    const { status, text } = await store.get(path);
    expect(status, path).toBe(200);
    expect(await faultsOf(text), path).toEqual([]);
  }
  expect(await faultsOf('<!doctype html><html><body><img src="a.png"></body></html>')).not.toEqual([]);
});

it('a product of another name than text is text all the same', async () => {
  store = await openStore(buildSeed({ products: [buildProduct({ title: '<script>alert(1)</script>' })] }));
  const { text } = await store.get('/store/small/products/mug');
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).not.toContain('<script>alert');
});

it('the stand-in for App Bridge is served, and other files are not', async () => {
  store = await openStore(buildSeed());
  const bridge = (await store.get('/app-bridge.js')).text;
  for (const part of ['window.shopify', "'ui-save-bar'", "'ui-modal'"]) expect(bridge).toContain(part);
  for (const asset of ['admin-shell.js', 'admin-save-bar.js'])
    expect((await store.get(`/assets/${asset}`)).status, asset).toBe(200);
  expect((await store.get('/assets/model.ts')).status).toBe(404);
});

it('a shop that is not here is refused by name', async () => {
  store = await openStore(buildSeed());
  expect((await store.get('/store/big/apps/encore')).json).toEqual({
    error: 'there is no shop "big.myshopify.com" here: use one of small.myshopify.com',
  });
});
