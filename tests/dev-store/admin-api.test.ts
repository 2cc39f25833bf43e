import { afterEach, describe, expect, it } from 'vitest';
import { openStore, textAt, type OpenedStore } from './support/open-store';
import {
  buildLine,
  buildOrder,
  buildProduct,
  buildSeed,
  HOUR,
  MONDAY,
  orderPaid,
} from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

const ORDER = 'gid://shopify/Order/1001';

describe('an order', () => {
  it('has what the app asks of it', async () => {
    store = await openStore(buildSeed({ events: [orderPaid(buildOrder())] }));
    await store.install();
    const answer = await store.admin(
      `query Order($id: ID!) {
        order(id: $id) {
          id name test cancelledAt processedAt displayFinancialStatus sourceName tags currencyCode email
          subtotalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount } }
          totalPriceSet { shopMoney { amount } }
          customAttributes { key value } discountCodes shippingAddress { countryCodeV2 provinceCode }
          purchasingEntity { __typename }
          customer { id numberOfOrders amountSpent { amount } defaultEmailAddress { emailAddress marketingState } }
          lineItems(first: 10) {
            nodes { id quantity product { id } variant { id } sellingPlan { name } discountedTotalSet { shopMoney { amount } } }
            pageInfo { hasNextPage }
          }
          refunds { id }
          transactions { kind status processedAt }
        }
      }`,
      { id: ORDER },
    );
    expect(answer.json).toMatchObject({
      data: {
        order: {
          id: ORDER,
          name: '#1001',
          cancelledAt: null,
          processedAt: '2026-06-01T09:00:00Z',
          displayFinancialStatus: 'PAID',
          subtotalPriceSet: {
            shopMoney: { amount: '24.00', currencyCode: 'GBP' },
            presentmentMoney: { amount: '24.00' },
          },
          totalPriceSet: { shopMoney: { amount: '28.00' } },
          shippingAddress: { countryCodeV2: 'GB', provinceCode: null },
          purchasingEntity: { __typename: 'Customer' },
          customer: {
            numberOfOrders: '1',
            amountSpent: { amount: '28.00' },
            defaultEmailAddress: { emailAddress: 'ada@example.test', marketingState: 'SUBSCRIBED' },
          },
          lineItems: {
            nodes: [
              {
                quantity: 2,
                product: { id: 'gid://shopify/Product/2001' },
                variant: { id: 'gid://shopify/ProductVariant/3001' },
                sellingPlan: null,
                discountedTotalSet: { shopMoney: { amount: '24.00' } },
              },
            ],
            pageInfo: { hasNextPage: false },
          },
          transactions: [{ kind: 'SALE', status: 'SUCCESS', processedAt: '2026-06-01T09:00:00Z' }],
        },
      },
      extensions: { cost: { throttleStatus: { maximumAvailable: 2000 } } },
    });
    expect(answer.json).not.toHaveProperty('errors');
  });

  it('of a company names the company as its buyer', async () => {
    store = await openStore(buildSeed({ events: [orderPaid(buildOrder({ companyName: 'Bean Ltd' }))] }));
    await store.install();
    const answer = await store.admin(
      `{ order(id: "${ORDER}") { purchasingEntity { __typename ... on PurchasingCompany { company { name } } } } }`,
    );
    expect(answer.json).toMatchObject({
      data: {
        order: { purchasingEntity: { __typename: 'PurchasingCompany', company: { name: 'Bean Ltd' } } },
      },
    });
  });

  it('leaves a discount by code out of the totals of its lines until it is asked for', async () => {
    for (const discountCodes of [['TEN'], []]) {
      const order = buildOrder({ discountCodes, lines: [buildLine({ discountMinor: 240 })] });
      store = await openStore(buildSeed({ events: [orderPaid(order)] }));
      await store.install();
      const answer = await store.admin(
        `{ order(id: "${ORDER}") { lineItems(first: 1) { nodes {
            plain: discountedTotalSet { shopMoney { amount } }
            all: discountedTotalSet(withCodeDiscounts: true) { shopMoney { amount } } } } } }`,
      );
      const isByCode = discountCodes.length > 0;
      const plain = { shopMoney: { amount: isByCode ? '24.00' : '21.60' } };
      const line = { plain, all: { shopMoney: { amount: '21.60' } } };
      expect(answer.json).toMatchObject({ data: { order: { lineItems: { nodes: [line] } } } });
      if (isByCode) await store.close();
    }
  });

  it('exists from its own time on and not before', async () => {
    store = await openStore(buildSeed({ events: [orderPaid(buildOrder({ createdAt: MONDAY + HOUR }))] }));
    await store.install();
    const query = `{ order(id: "${ORDER}") { name } }`;
    expect((await store.admin(query)).json).toMatchObject({ data: { order: null } });
    await store.moveTo(MONDAY + HOUR);
    expect((await store.admin(query)).json).toMatchObject({ data: { order: { name: '#1001' } } });
  });

  it('takes refunds off its current subtotal and off what the customer spent', async () => {
    store = await openStore(buildSeed({ events: [orderPaid(buildOrder())] }));
    await store.install();
    await store.moveTo(MONDAY + 30 * HOUR);
    await store.post('/_dev/orders/1001/refund', { lines: [{ lineId: '10001', quantity: 1 }] });
    const answer = await store.admin(
      `{ order(id: "${ORDER}") { displayFinancialStatus subtotalPriceSet { shopMoney { amount } }
          currentSubtotalPriceSet { shopMoney { amount } } customer { amountSpent { amount } }
          refunds { id createdAt totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity subtotalSet { shopMoney { amount } } } } } } }`,
    );
    expect(answer.json).toMatchObject({
      data: {
        order: {
          displayFinancialStatus: 'PARTIALLY_REFUNDED',
          subtotalPriceSet: { shopMoney: { amount: '24.00' } },
          currentSubtotalPriceSet: { shopMoney: { amount: '12.00' } },
          customer: { amountSpent: { amount: '16.00' } },
          refunds: [
            {
              createdAt: '2026-06-02T15:00:00Z',
              totalRefundedSet: { shopMoney: { amount: '12.00' } },
              refundLineItems: { nodes: [{ quantity: 1, subtotalSet: { shopMoney: { amount: '12.00' } } }] },
            },
          ],
        },
      },
    });
    const refundId = textAt(answer.json, 'data', 'order', 'refunds', 0, 'id');
    const alone = (id: string) =>
      store.admin(
        'query($id: ID!) { refund(id: $id) { createdAt refundLineItems(first: 5) { nodes { quantity } } } }',
        { id },
      );
    expect((await alone(refundId)).json).toMatchObject({
      data: { refund: { createdAt: '2026-06-02T15:00:00Z', refundLineItems: { nodes: [{ quantity: 1 }] } } },
    });
    expect((await alone(`${refundId}0`)).json).toMatchObject({ data: { refund: null } });
  });
});

describe('the Admin API', () => {
  it('names a field that the dev store lacks instead of answering null', async () => {
    store = await openStore(buildSeed({ events: [orderPaid(buildOrder())] }));
    await store.install();
    const answer = await store.admin(`{ order(id: "${ORDER}") { poNumber } }`);
    expect(answer.json).toMatchObject({
      errors: [{ message: expect.stringContaining('no Order.poNumber') }],
    });
  });

  it('refuses a field that the real schema does not have', async () => {
    store = await openStore(buildSeed());
    await store.install();
    const answer = await store.admin('{ shop { motto } }');
    expect(answer.json).toMatchObject({ errors: [{ message: expect.stringContaining('motto') }] });
  });

  it('refuses a page of 251 and gives one of 250', async () => {
    store = await openStore(buildSeed());
    await store.install();
    expect((await store.admin('{ orders(first: 251) { nodes { id } } }')).json).toHaveProperty('errors');
    expect((await store.admin('{ orders(first: 250) { nodes { id } } }')).json).toEqual({
      data: { orders: { nodes: [] } },
      extensions: expect.anything(),
    });
  });

  it('answers 401 to the token of another shop', async () => {
    store = await openStore(buildSeed(), buildSeed({ domain: 'other.myshopify.com' }));
    await store.install('other.myshopify.com');
    expect((await store.admin('{ shop { name } }')).status).toBe(401);
    await store.install();
    expect((await store.admin('{ shop { name } }')).status).toBe(200);
  });

  it('is throttled as often as it is asked to be', async () => {
    store = await openStore(buildSeed());
    await store.install();
    await store.post('/_dev/faults', { throttleNext: 1 });
    expect((await store.admin('{ shop { name } }')).json).toMatchObject({
      errors: [{ extensions: { code: 'THROTTLED' } }],
    });
    expect((await store.admin('{ shop { name } }')).json).toMatchObject({
      data: { shop: { name: 'Small Shop' } },
    });
  });

  it('gives null for every node that the shop does not have', async () => {
    store = await openStore(buildSeed());
    await store.install();
    const ids = [
      'gid://shopify/Product/2001',
      'gid://shopify/Product/1',
      'gid://shopify/Order/2001',
      'nonsense',
    ];
    const answer = await store.admin('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(answer.json).toMatchObject({
      data: { nodes: [{ __typename: 'Product', id: ids[0] }, null, null, null] },
    });
  });

  it('shows price, stock, cost, rating, category and selling plan of a product', async () => {
    store = await openStore(buildSeed({ products: [buildProduct({ available: 3 })] }));
    await store.install();
    const answer = await store.admin(
      `{ product(id: "gid://shopify/Product/2001") {
          title status category { fullName } onlineStoreUrl featuredMedia { preview { image { url } } }
          rating: metafield(namespace: "reviews", key: "rating") { value }
          count: metafield(namespace: "reviews", key: "rating_count") { value }
          sellingPlanGroups(first: 1) { nodes { sellingPlans(first: 5) { nodes { id pricingPolicies {
            ... on SellingPlanFixedPricingPolicy { adjustmentValue {
              ... on SellingPlanPricingPolicyPercentageValue { percentage } } } } } } } }
          variants(first: 1) { nodes { price availableForSale inventoryQuantity
            inventoryItem { tracked unitCost { amount } } } } } }`,
    );
    expect(answer.json).toMatchObject({
      data: {
        product: {
          status: 'ACTIVE',
          category: { fullName: 'Home & Garden > Kitchen & Dining' },
          onlineStoreUrl: `${store.url}/store/small/products/mug`,
          rating: { value: '{"scale_min":"1.0","scale_max":"5.0","value":"4.7"}' },
          count: { value: '12' },
          sellingPlanGroups: {
            nodes: [
              {
                sellingPlans: {
                  nodes: [
                    {
                      id: 'gid://shopify/SellingPlan/5001',
                      pricingPolicies: [{ adjustmentValue: { percentage: 10 } }],
                    },
                  ],
                },
              },
            ],
          },
          variants: {
            nodes: [
              {
                price: '12.00',
                availableForSale: true,
                inventoryQuantity: 3,
                inventoryItem: { tracked: true, unitCost: { amount: '5.00' } },
              },
            ],
          },
        },
      },
    });
  });
});
