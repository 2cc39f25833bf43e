import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type OpenedStore } from './support/open-store';
import {
  buildLine,
  buildOrder,
  buildProduct,
  buildSeed,
  HOUR,
  MONDAY,
  orderPaid,
} from './support/small-seed';

const EXAMPLES = '../shared/reference/webhooks';

let store: OpenedStore;

afterEach(() => store.close());

/** Hears one webhook of every topic that the dev store sends. */
async function hearAll(): Promise<ReadonlyMap<string, unknown>> {
  const order = buildOrder({
    createdAt: MONDAY + HOUR,
    lines: [buildLine({ discountMinor: 100 })],
    discountCodes: ['X'],
  });
  store = await openStore(
    buildSeed({ events: [orderPaid(order)], products: [buildProduct({ available: 9 })] }),
  );
  await store.install();
  await store.moveTo(MONDAY + HOUR);
  await store.post('/_dev/orders/1001/refund', { lines: [{ lineId: '10001', quantity: 1 }] });
  await store.post('/_dev/orders/1001/cancel');
  await store.post('/_dev/customers/4001/consent', { state: 'UNSUBSCRIBED' });
  await store.post('/_dev/customers/4001/tags', { tags: ['vip'] });
  await store.post('/_dev/products/2001', { priceMinor: 900 });
  for (const topic of ['customers/data_request', 'customers/redact', 'shop/redact']) {
    await store.post('/_dev/compliance', { topic, customerId: '4001' });
  }
  await store.post('/_dev/uninstall');
  return new Map(
    store.app.heard.map(({ headers, text }) => [
      String(headers['x-shopify-topic']),
      JSON.parse(text) as unknown,
    ]),
  );
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe.skipIf(!existsSync(EXAMPLES))(`payloads against Shopify's schemas in ${EXAMPLES}`, () => {
  it('have every field that the schema of their topic wants', async () => {
    const payloads = await hearAll();
    expect(payloads.size).toBe(12);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const [topic, payload] of payloads) {
      const schema = readJson(`${EXAMPLES}/${topic.replace('/', '__')}.schema.json`);
      // Each schema is drawn from one sample: of a product with a picture, and of an order without refunds.
      delete schema.properties.image;
      delete schema.properties.refunds;
      const isValid = ajv.validate(schema, payload);
      expect(isValid ? [] : ajv.errors, topic).toEqual([]);
    }
  });

  it('of an order have the fields of the example and no others', async () => {
    const payloads = await hearAll();
    const example = readJson(`${EXAMPLES}/orders__paid.example.json`).response;
    const payload = payloads.get('orders/paid');
    expect(Object.keys(payload ?? {}).toSorted()).toEqual(Object.keys(example).toSorted());
  });
});

it('an order says its money in decimals and names its things by global ids', async () => {
  const payloads = await hearAll();
  expect(payloads.get('orders/paid')).toMatchObject({
    admin_graphql_api_id: 'gid://shopify/Order/1001',
    financial_status: 'paid',
    subtotal_price: '23.00',
    total_discounts: '1.00',
    total_price: '27.00',
    processed_at: '2026-06-01T10:00:00.000Z',
    customer: { admin_graphql_api_id: 'gid://shopify/Customer/4001', email: 'ada@example.test' },
    line_items: [{ product_id: 2001, variant_id: 3001, quantity: 2, price: '12.00', total_discount: '1.00' }],
  });
  expect(payloads.get('refunds/create')).toMatchObject({
    order_id: 1001,
    refund_line_items: [{ line_item_id: 10001, quantity: 1, subtotal: 11.5 }],
  });
  expect(payloads.get('orders/cancelled')).toMatchObject({ cancelled_at: '2026-06-01T10:00:00.000Z' });
});

it('the payload of an order holds no consent and no tags of the customer, as Shopify left them out', async () => {
  const payloads = await hearAll();
  const { customer } = payloads.get('orders/paid') as { customer: object };
  expect(Object.keys(customer)).not.toContain('tags');
  expect(Object.keys(customer)).not.toContain('email_marketing_consent');
});
