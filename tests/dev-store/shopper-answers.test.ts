import { afterEach, expect, it } from 'vitest';
import type { ShopperAnswer, StoreEvent } from '../../dev-store/model';
import { openStore, textAt, type OpenedStore } from './support/open-store';
import { buildOrder, buildSeed, HOUR, MONDAY, orderPaid } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

const SENT = new Date(MONDAY).toISOString();

/** An order that the shopper places whatever comes by e-mail. */
const placedAnyway = () => [orderPaid(buildOrder({ createdAt: MONDAY + 3 * HOUR }))];

async function receive(answer?: ShopperAnswer, events: ReadonlyArray<StoreEvent> = []) {
  store = await openStore(buildSeed(answer === undefined ? { events } : { answer, events }));
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

it('what a shopper buys by answering is told as caused by the e-mail', async () => {
  await receive({ kind: 'click_and_buy', afterMs: HOUR });
  await store.moveTo(MONDAY + HOUR);
  expect((await store.get('/_dev/answer-orders')).json).toMatchObject([
    {
      customerId: 'gid://shopify/Customer/4001',
      createdAt: MONDAY + HOUR,
      isCancelled: false,
      subtotalMinor: 1200,
      refunds: [],
    },
  ]);
});

it('what they give back of it is told with its time', async () => {
  await receive({ kind: 'click_and_buy', afterMs: HOUR });
  await store.moveTo(MONDAY + HOUR);
  const [order] = Array.from(store.store.shops.values(), ({ orders }) => [...orders.values()][0]);
  await store.moveTo(MONDAY + 2 * HOUR);
  await store.post(`/_dev/orders/${order?.id}/refund`, {
    lines: [{ lineId: order?.lines[0]?.id, quantity: 1 }],
  });
  expect((await store.get('/_dev/answer-orders')).json).toMatchObject([
    { subtotalMinor: 1200, refunds: [{ at: MONDAY + 2 * HOUR, subtotalMinor: 1200 }] },
  ]);
});

it('what they buy anyway is not told as caused by an e-mail, whether they only click or not', async () => {
  await receive({ kind: 'click', afterMs: HOUR }, placedAnyway());
  await store.moveTo(MONDAY + 3 * HOUR);
  expect((await store.get('/_dev/answer-orders')).json).toEqual([]);
  expect((await store.get('/_dev/state')).json).toMatchObject({ clicks: 1, orders: 1 });
});

it('an order that answers an e-mail takes the place of no order that comes anyway', async () => {
  await receive({ kind: 'click_and_buy', afterMs: HOUR }, placedAnyway());
  await store.moveTo(MONDAY + 3 * HOUR);
  expect((await store.get('/_dev/answer-orders')).json).toHaveLength(1);
  const [orders] = Array.from(store.store.shops.values(), (shop) => [...shop.orders.values()]);
  expect(orders?.map(({ createdAt }) => createdAt)).toEqual([MONDAY + HOUR, MONDAY + 3 * HOUR]);
});
