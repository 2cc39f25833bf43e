import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore, openStoreAsAsked, SECRET, type OpenedStore } from './support/open-store';
import {
  buildLine,
  buildOrder,
  buildProduct,
  buildSeed,
  HOUR,
  MONDAY,
  orderPaid,
  SHOP,
} from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

const MINUTE = 60_000;
const orderAt = (hours: number, over = {}) =>
  orderPaid(buildOrder({ id: `${1000 + hours}`, createdAt: MONDAY + hours * HOUR, ...over }));

describe('a webhook', () => {
  it('is signed over its raw body and says whose, what and when it is', async () => {
    store = await openStore(buildSeed({ events: [orderAt(1)] }));
    await store.install();
    expect((await store.moveTo(MONDAY + HOUR)).json).toMatchObject({ delivered: 2, failed: 0 });
    for (const { headers, text, path } of store.app.heard) {
      expect(path).toBe('/webhooks/orders');
      expect(headers).toMatchObject({
        'x-shopify-shop-domain': SHOP,
        'x-shopify-api-version': '2026-07',
        'x-shopify-triggered-at': expect.stringMatching(/^2026-06-01T10:00:00\.000\d{6}Z$/),
        'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(text).digest('base64'),
      });
    }
    const [created, paid] = store.app.heard;
    expect(store.app.topics().toSorted()).toEqual(['orders/create', 'orders/paid']);
    expect(created?.headers['x-shopify-event-id']).toBe(paid?.headers['x-shopify-event-id']);
    expect(created?.headers['x-shopify-webhook-id']).not.toBe(paid?.headers['x-shopify-webhook-id']);
  });

  it('holds no more than the app asks for, where it asks for less than all; changes at one moment are told apart', async () => {
    store = await openStoreAsAsked(buildSeed({ events: [orderAt(1)] }));
    await store.install();
    await store.moveTo(MONDAY + HOUR);
    expect(store.app.heard.map(({ text }) => Object.keys(JSON.parse(text)).toSorted())).toEqual(
      Array(2).fill(['admin_graphql_api_id', 'id', 'updated_at']),
    );
    const times = store.app.heard.map(({ headers }) => headers['x-shopify-triggered-at']);
    expect(new Set(times).size).toBe(1);
    await store.post('/_dev/orders/1001/tags', { tags: ['gift'] });
    expect(times).not.toContain(store.app.heard.at(-1)?.headers['x-shopify-triggered-at']);
    await store.post('/_dev/customers/4001/consent', { state: 'UNSUBSCRIBED' });
    expect(JSON.parse(store.app.heard.at(-1)?.text ?? '')).toHaveProperty('email_marketing_consent');
  });

  it('is not sent for history, nor before the app is installed', async () => {
    store = await openStore(buildSeed({ events: [orderAt(-1), orderAt(1), orderAt(2)] }));
    await store.moveTo(MONDAY + HOUR);
    expect(store.app.heard).toEqual([]);
    await store.install();
    await store.moveTo(MONDAY + 2 * HOUR);
    expect(store.app.topics().toSorted()).toEqual(['orders/create', 'orders/paid']);
  });

  it('that the app refuses comes again with the same id and body a minute later', async () => {
    store = await openStore(buildSeed({ events: [orderAt(1)] }));
    await store.install();
    store.app.reply = () => ({ status: store.app.heard.length <= 2 ? 500 : 200 });
    expect((await store.moveTo(MONDAY + HOUR)).json).toMatchObject({ delivered: 0, failed: 2 });
    expect((await store.get('/_dev/next')).json).toEqual({ at: '2026-06-01T10:01:00.000Z' });
    expect((await store.moveTo(MONDAY + HOUR + MINUTE)).json).toMatchObject({ delivered: 2, failed: 0 });
    const idsAndBodies = store.app.heard.map(
      ({ headers, text }) => `${headers['x-shopify-webhook-id']} ${text}`,
    );
    expect(new Set(idsAndBodies).size).toBe(2);
    expect((await store.get('/_dev/next')).json).toEqual({ at: null });
  });

  it('that the app always refuses is tried nine times in all within four hours', async () => {
    store = await openStore(buildSeed({ events: [orderAt(1)] }));
    await store.install();
    store.app.reply = ({ headers }) => ({ status: headers['x-shopify-topic'] === 'orders/paid' ? 503 : 200 });
    await store.moveTo(MONDAY + 5 * HOUR - 1);
    expect(store.app.topics().filter((topic) => topic === 'orders/paid')).toHaveLength(8);
    await store.moveTo(MONDAY + 5 * HOUR);
    expect(store.app.topics().filter((topic) => topic === 'orders/paid')).toHaveLength(9);
    await store.moveTo(MONDAY + 50 * HOUR);
    expect(store.app.topics().filter((topic) => topic === 'orders/paid')).toHaveLength(9);
  });
});

describe('each change in a shop', () => {
  it('sends the webhooks that Shopify would', async () => {
    store = await openStore(buildSeed({ events: [orderAt(0)], products: [buildProduct({ available: 5 })] }));
    await store.install();
    const heardAfter = async (path: string, body: object = {}) => {
      store.app.heard.length = 0;
      expect((await store.post(path, body)).status).toBe(200);
      return store.app.topics().toSorted();
    };
    const lines = [{ productId: '2001', quantity: 2 }];
    expect(await heardAfter('/_dev/orders', { email: 'new@example.test', lines })).toEqual([
      'orders/create',
      'orders/paid',
      'products/update',
    ]);
    expect(await heardAfter('/_dev/orders', { customerId: '4001', lines, isPaid: false })).toEqual([
      'orders/create',
      'products/update',
    ]);
    expect(await heardAfter('/_dev/orders/1000/tags', { tags: ['gift'] })).toEqual(['orders/updated']);
    const refund = { lines: [{ lineId: '10001', quantity: 1 }] };
    expect(await heardAfter('/_dev/orders/1000/refund', refund)).toEqual([
      'orders/updated',
      'refunds/create',
    ]);
    expect(await heardAfter('/_dev/orders/1000/cancel')).toEqual(['orders/cancelled', 'orders/updated']);
    expect(await heardAfter('/_dev/customers/4001/consent', { state: 'UNSUBSCRIBED' })).toEqual([
      'customers_email_marketing_consent/update',
    ]);
    expect(await heardAfter('/_dev/customers/4001/tags', { tags: ['vip'] })).toEqual(['customer.tags_added']);
    expect(await heardAfter('/_dev/customers/4001/tags', { tags: ['vip'] })).toEqual([]);
    expect(await heardAfter('/_dev/products/2001', { available: 0 })).toEqual(['products/update']);
    const topic = 'customers/redact';
    expect(await heardAfter('/_dev/compliance', { topic, customerId: '4001' })).toEqual([topic]);
  });

  it('moves a price once two orders in a row have paid another one, where prices follow orders, and nowhere else', async () => {
    const paid = [900, 900, 800, 900, 800, 800];
    const events = () => paid.map((unitMinor, at) => orderAt(at + 1, { lines: [buildLine({ unitMinor })] }));
    for (const pricesFollowOrders of [true, false]) {
      store = await openStore(buildSeed({ events: events(), pricesFollowOrders }));
      await store.install();
      await store.moveTo(MONDAY + paid.length * HOUR);
      const updates = store.app.heard.filter(
        ({ headers }) => headers['x-shopify-topic'] === 'products/update',
      );
      expect(updates.map(({ text }) => JSON.parse(text).variants[0].price)).toEqual(
        pricesFollowOrders ? ['9.00', '8.00'] : [],
      );
      if (pricesFollowOrders) await store.close();
    }
  });
});

describe('with faults', () => {
  const HOURS = Array.from({ length: 60 }, (_, index) => index + 1);
  const heardIds = async (faults: object) => {
    store = await openStore(buildSeed({ events: HOURS.map((hours) => orderAt(hours)) }));
    await store.install();
    await store.post('/_dev/faults', faults);
    await store.moveTo(MONDAY + 100 * HOUR);
    const ids = store.app.heard.map(({ headers }) => String(headers['x-shopify-webhook-id']));
    const triggered = store.app.heard.map(({ headers }) =>
      Date.parse(String(headers['x-shopify-triggered-at'])),
    );
    await store.close();
    return { ids, isInOrder: triggered.every((at, index) => at >= (triggered[index - 1] ?? 0)) };
  };

  it('some webhooks come twice, some never, and the same ones for the same seed', async () => {
    const none = await heardIds({});
    expect(new Set(none.ids).size).toBe(120);
    expect(none.ids).toHaveLength(120);

    const lossy = await heardIds({ lose: 0.2, seed: 7 });
    expect(lossy.ids.length).toBeGreaterThan(75);
    expect(lossy.ids.length).toBeLessThan(115);
    expect((await heardIds({ lose: 0.2, seed: 7 })).ids.toSorted()).toEqual(lossy.ids.toSorted());
    expect((await heardIds({ lose: 0.2, seed: 8 })).ids.toSorted()).not.toEqual(lossy.ids.toSorted());

    const doubled = await heardIds({ duplicate: 0.2, seed: 7 });
    expect(new Set(doubled.ids).size).toBe(120);
    expect(doubled.ids.length).toBeGreaterThan(125);
    store = await openStore(buildSeed());
  });

  it('late webhooks overtake each other, and without delay they do not', async () => {
    expect((await heardIds({ delayMaxMs: 5 * HOUR, seed: 1 })).isInOrder).toBe(false);
    expect((await heardIds({ seed: 1 })).isInOrder).toBe(true);
    store = await openStore(buildSeed());
  });
});
