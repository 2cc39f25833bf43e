import { afterEach, expect, it } from 'vitest';
import type { ShopperAnswer } from '../../dev-store/model';
import { openStore, textAt, type OpenedStore } from './support/open-store';
import { buildSeed, HOUR, MONDAY } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

const SENT = new Date(MONDAY).toISOString();

async function receive(answer?: ShopperAnswer) {
  store = await openStore(buildSeed(answer === undefined ? {} : { answer }));
  await store.install();
  const cart = await store.storefront(
    `mutation { cartCreate(input: {
      lines: [{ merchandiseId: "gid://shopify/ProductVariant/3001" }], attributes: [{ key: "_touch", value: "signed" }]
    }) { cart { checkoutUrl } } }`,
  );
  const checkoutUrl = textAt(cart.json, 'data', 'cartCreate', 'cart', 'checkoutUrl');
  store.app.reply = ({ path }) =>
    path === '/offer'
      ? { status: 302, headers: { Location: `${checkoutUrl}?utm_source=encore` } }
      : { status: 200 };
  return store.post('/_dev/inbox', {
    to: 'ada@example.test',
    touchNumber: 1,
    sentAt: SENT,
    clickUrl: `${store.app.url}/offer`,
    unsubscribeUrl: `${store.app.url}/unsubscribe`,
  });
}

const pathsHeard = () => store.app.heard.map(({ method, path }) => `${method} ${path}`);

it('a shopper who buys follows the link at their time and pays for the cart behind it', async () => {
  const answer = await receive({ kind: 'click_and_buy', afterMs: 2 * HOUR });
  expect(answer.json).toEqual({ answer: 'click_and_buy', at: '2026-06-01T11:00:00.000Z' });
  expect((await store.get('/_dev/next')).json).toEqual({ at: '2026-06-01T11:00:00.000Z' });
  await store.moveTo(MONDAY + 2 * HOUR - 1);
  expect(pathsHeard()).toEqual([]);
  await store.moveTo(MONDAY + 2 * HOUR);
  expect(pathsHeard().toSorted()).toEqual(['GET /offer', 'POST /webhooks/orders', 'POST /webhooks/orders']);
  const order = store.app.heard.find(({ path }) => path === '/webhooks/orders');
  expect(JSON.parse(order?.text ?? '')).toMatchObject({
    email: 'ada@example.test',
    note_attributes: [{ name: '_touch', value: 'signed' }],
  });
  expect((await store.get('/_dev/state')).json).toMatchObject({ clicks: 1, purchases: 1, orders: 1 });
});

it('a shopper who only clicks buys nothing', async () => {
  await receive({ kind: 'click', afterMs: HOUR });
  await store.moveTo(MONDAY + HOUR);
  expect(pathsHeard()).toEqual(['GET /offer']);
  expect((await store.get('/_dev/state')).json).toMatchObject({ clicks: 1, purchases: 0, orders: 0 });
});

it('a shopper who has had enough unsubscribes with one click', async () => {
  await receive({ kind: 'unsubscribe', afterMs: HOUR });
  await store.moveTo(MONDAY + HOUR);
  expect(store.app.heard).toMatchObject([
    {
      method: 'POST',
      path: '/unsubscribe',
      text: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  ]);
});

it('a shopper without an answer does nothing', async () => {
  expect((await receive()).json).toEqual({ answer: null, at: null });
  await store.moveTo(MONDAY + 1000 * HOUR);
  expect(pathsHeard()).toEqual([]);
});
