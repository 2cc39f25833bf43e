import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { MOST_BODY_BYTES } from '../../app/require-body.server';
import { web } from '../../app/web.server';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { OLD_SECRET, SECRET, useEnvironment } from './use-environment';

const { url } = await freshDatabase();
useEnvironment({ DATABASE_URL: url });

const server = createServer((request, response) => {
  void web()
    .answerWebhook(request, response)
    .then((isAnswered) => isAnswered || response.writeHead(404).end());
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await web().close();
});

const SHOP = 'one.myshopify.com';
const order = (change = {}) => ({
  id: 820982911946154508n.toString(),
  admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
  updated_at: '2026-11-01T09:00:00Z',
  ...change,
});

type Kept = { shopId: string; topic: string; naturalKey: string; payload: string; triggeredAt: Date | null };
const inbox = () => queryDatabase<Kept>(url, 'SELECT * FROM "Inbox" ORDER BY id');
beforeEach(() => queryDatabase(url, 'DELETE FROM "Inbox"'));

const sign = (body: string | Uint8Array<ArrayBuffer>, secret = SECRET) =>
  createHmac('sha256', secret).update(body).digest('base64');

type Delivery = {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: ReadonlyArray<[string, string]>;
};

function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string | null> = {}): Delivery {
  const all: Record<string, string | null> = {
    'x-shopify-topic': 'orders/paid',
    'x-shopify-shop-domain': SHOP,
    'x-shopify-webhook-id': randomUUID(),
    'x-shopify-triggered-at': '2026-11-01T09:00:01.250Z',
    'x-shopify-hmac-sha256': sign(body),
    ...headers,
  };
  return {
    body,
    headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
  };
}

async function deliver({ body, headers }: Delivery, door = '/webhooks/orders'): Promise<number> {
  const response = await fetch(`${origin}${door}`, { method: 'POST', body, headers: [...headers] });
  return response.status;
}

/** In parts, so that nothing says beforehand how long it will be. */
async function deliverInParts({ body, headers }: Delivery): Promise<number> {
  const parts = new ReadableStream({
    start(controller) {
      for (let from = 0; from < body.length; from += 1_000_000)
        controller.enqueue(new TextEncoder().encode(String(body).slice(from, from + 1_000_000)));
      controller.close();
    },
  });
  const init: RequestInit = { method: 'POST', body: parts, headers: [...headers], duplex: 'half' };
  return (await fetch(`${origin}/webhooks/orders`, init)).status;
}

describe('a webhook that Shopify signed', () => {
  it('is kept as it came, and answered 200', async () => {
    const body = JSON.stringify(order());
    expect(await deliver(post(body))).toBe(200);
    expect(await inbox()).toMatchObject([
      {
        shopId: SHOP,
        topic: 'orders/paid',
        payload: body,
        triggeredAt: new Date('2026-11-01T09:00:01.250Z'),
      },
    ]);
  });

  it('with the secret before is kept as well, for it may be on its way while the secret changes', async () => {
    const body = JSON.stringify(order());
    expect(await deliver(post(body, { 'x-shopify-hmac-sha256': sign(body, OLD_SECRET) }))).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  it('counts once, though it came again under the same id and under another', async () => {
    const request = post(JSON.stringify(order()), { 'x-shopify-webhook-id': 'w1' });
    expect(await deliver(request)).toBe(200);
    expect(await deliver(request)).toBe(200);
    expect(await deliver(post(JSON.stringify(order())))).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  it.each([
    ['a later change', order({ updated_at: '2026-11-01T09:00:02Z' }), {}],
    ['another change in the same second', order({ tags: 'vip' }), {}],
    ['another time in the same second', order(), { 'x-shopify-triggered-at': '2026-11-01T09:00:01.251Z' }],
    ['another topic', order(), { 'x-shopify-topic': 'orders/updated' }],
    ['another shop', order(), { 'x-shopify-shop-domain': 'two.myshopify.com' }],
  ])('counts beside another that differs: %s', async (_what, body, headers) => {
    await deliver(post(JSON.stringify(order())));
    expect(await deliver(post(JSON.stringify(body), headers))).toBe(200);
    expect(await inbox()).toHaveLength(2);
  });

  it('keeps every digit of an id above 2^53', async () => {
    await deliver(post('{"id":9007199254740993,"updated_at":"2026-11-01T09:00:00Z"}'));
    expect((await inbox())[0]?.naturalKey).toContain('orders/paid 9007199254740993 ');
  });

  it('of an order with 1,114 lines is kept', async () => {
    const line = {
      id: 1,
      title: 'x'.repeat(200),
      price_set: { shop_money: { amount: '1.00' } },
      properties: [],
      tax_lines: [],
    };
    const body = JSON.stringify(
      order({ line_items: Array.from({ length: 1114 }, () => ({ ...line, note: 'y'.repeat(900) })) }),
    );
    expect(body.length).toBeGreaterThan(1_000_000);
    expect(await deliver(post(body))).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  it.each([
    [
      'customers',
      '/webhooks/customers',
      'customers_email_marketing_consent/update',
      { customer_id: 5, email_address: 'a@b.co' },
    ],
    ['catalogue', '/webhooks/catalog', 'products/update', { id: 5, updated_at: '2026-11-01T09:00:00Z' }],
    ['app', '/webhooks/app', 'app/uninstalled', { id: 5, myshopify_domain: null }],
    ['compliance', '/webhooks/compliance', 'shop/redact', { shop_id: 5, shop_domain: SHOP }],
  ])('has a door for: %s', async (_what, door, topic, body) => {
    expect(await deliver(post(JSON.stringify(body), { 'x-shopify-topic': topic }), door)).toBe(200);
    expect(await inbox()).toMatchObject([{ topic }]);
  });
});

describe('nothing is kept', () => {
  const body = JSON.stringify(order());

  it.each<[string, string, Record<string, string | null>, number]>([
    ['a forged signature', body, { 'x-shopify-hmac-sha256': sign(body, 'forged') }, 401],
    ['no signature', body, { 'x-shopify-hmac-sha256': null }, 401],
    ['a signature that is no base64', body, { 'x-shopify-hmac-sha256': '!!!' }, 401],
    ['the signature of another body', body, { 'x-shopify-hmac-sha256': sign('{}') }, 401],
    ['an empty body', '', { 'x-shopify-hmac-sha256': sign('') }, 400],
    ['malformed JSON', '{"id":', {}, 400],
    ['JSON that is no object', '"hello"', {}, 400],
    ['JSON nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), {}, 400],
    ['no topic', body, { 'x-shopify-topic': null }, 400],
    ['no webhook id', body, { 'x-shopify-webhook-id': null }, 400],
    ['no shop', body, { 'x-shopify-shop-domain': null }, 400],
    ['a shop outside Shopify', body, { 'x-shopify-shop-domain': 'evil.example' }, 400],
    ['a topic of another door', body, { 'x-shopify-topic': 'app/uninstalled' }, 200],
  ])('of %s', async (_what, text, headers, status) => {
    expect(await deliver(post(text, headers))).toBe(status);
    expect(await inbox()).toEqual([]);
  });

  it('of a body that is not UTF-8', async () => {
    const bytes = new Uint8Array([0x7b, 0xff, 0x7d]);
    expect(await deliver(post(bytes))).toBe(400);
    expect(await inbox()).toEqual([]);
  });

  it('of what one shop said, sent again in the name of another', async () => {
    const redact = JSON.stringify({ shop_domain: 'two.myshopify.com', customer: { id: 1 } });
    const headers = { 'x-shopify-topic': 'customers/redact' };
    expect(await deliver(post(redact, headers), '/webhooks/compliance')).toBe(400);
    expect(await inbox()).toEqual([]);
    expect(
      await deliver(
        post(redact, { ...headers, 'x-shopify-shop-domain': 'two.myshopify.com' }),
        '/webhooks/compliance',
      ),
    ).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  it('of a body over 5 MB, whether it says so or not; one just below is kept', async () => {
    const ofLength = (length: number) =>
      JSON.stringify(order({ note: '' })).replace('"note":""', `"note":"${'x'.repeat(length)}"`);
    const tooLong = ofLength(MOST_BODY_BYTES);
    expect(await deliver(post(tooLong))).toBe(413);
    expect(await deliverInParts(post(tooLong))).toBe(413);
    expect(await inbox()).toEqual([]);
    expect(await deliver(post(ofLength(MOST_BODY_BYTES - 500)))).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  it('of a body that breaks off, and the next one is kept', async () => {
    const { body, headers } = post(JSON.stringify(order()));
    const cut = connect({ host: '127.0.0.1', port: Number(new URL(origin).port) });
    const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    cut.write(
      `POST /webhooks/orders HTTP/1.1\r\nhost: x\r\n${head}content-length: ${body.length}\r\n\r\n{"id`,
    );
    await once(server, 'request');
    cut.destroy();
    expect(await deliver(post(JSON.stringify(order())))).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  it('of a GET, which is told that only POST is understood', async () => {
    const response = await fetch(`${origin}/webhooks/orders`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

describe('an address that is no door', () => {
  it('is left to the pages', async () => {
    expect(await deliver(post(JSON.stringify(order())), '/webhooks/elsewhere')).toBe(404);
    expect(await deliver(post(JSON.stringify(order())), '/webhooks/orders?from=a-proxy')).toBe(200);
  });
});
