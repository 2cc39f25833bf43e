import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#core/shared/hash';
import { aCustomer, aLine, anOrder, aProduct, aSeed, SHOP, START } from './small-shop';
import { openShop } from './open-shop';

const HOUR = 3_600_000;
const gid = (type: string, id: string) => `gid://shopify/${type}/${id}`;
const ORDER = gid('Order', '1001');

async function readOrder(change: Parameters<typeof anOrder>[0], customer = aCustomer()) {
  const { admin } = await openShop(aSeed({ orders: [anOrder(change)], customers: [customer] }));
  const [found] = await admin.fetchOrders(SHOP, [ORDER]);
  if (!found) throw new Error('the order was not found');
  return found;
}

describe('an order read from Shopify', () => {
  it('is confirmed when it was paid, in minor units, its buyer known by a hash', async () => {
    const { order } = await readOrder({});
    expect(order).toMatchObject({
      orderId: ORDER,
      customerId: gid('Customer', '301'),
      emailHash: sha256Hex('ada@example.com'),
      createdAt: START,
      confirmedAt: START + HOUR,
      currency: 'EUR',
      subtotalMinor: 2500,
      refunds: [],
      countryCode: 'GB',
      isTest: false,
      isBusiness: false,
      discountUsed: false,
      touchToken: null,
    });
    expect(order.lines).toMatchObject([
      { productId: gid('Product', '501'), quantity: 2, unitMinor: 1250, valueMinor: 2500 },
    ]);
  });

  it('is not confirmed while nobody has paid', async () => {
    const { admin, state } = await openShop(aSeed({}));
    const placed = state.orders.get('1001');
    if (placed) placed.paidAt = null;
    expect(await admin.fetchOrders(SHOP, [ORDER])).toMatchObject([{ order: { confirmedAt: null } }]);
  });

  it.each([
    ['test', { test: true }, { isTest: true }],
    ['business', { companyName: 'Ada Ltd' }, { isBusiness: true }],
    ['cancelled', { cancelledAt: START + HOUR }, { cancelledAt: START + HOUR }],
    ['point of sale', { sourceName: 'pos' }, { sourceName: 'pos' }],
    ['our own cart', { attributes: [{ key: '_touch', value: 'token' }] }, { touchToken: 'token' }],
    ['another attribute', { attributes: [{ key: 'gift', value: 'yes' }] }, { touchToken: null }],
  ])('tells that it is: %s', async (_what, change, expected) => {
    expect((await readOrder(change)).order).toMatchObject(expected);
  });

  it('counts merchandise that was taken back, and only a whole refund as full', async () => {
    const refund = {
      id: '61',
      at: START + HOUR,
      lines: [{ lineId: '71001', quantity: 1, subtotalMinor: 1250 }],
    };
    const lines = [aLine({ id: '71001', currentQuantity: 1 })];
    const { order } = await readOrder({ lines, refunds: [refund] });
    expect(order).toMatchObject({
      refunds: [{ refundedAt: START + HOUR, amountMinor: 1250 }],
      subtotalMinor: 2500,
      isFullyRefunded: false,
    });
  });

  it('tells each refund with its time, and none that brought nothing back', async () => {
    const refund = (id: string, hours: number, quantity: number) => ({
      id,
      at: START + hours * HOUR,
      lines: quantity === 0 ? [] : [{ lineId: '71001', quantity, subtotalMinor: quantity * 1250 }],
    });
    const refunds = [refund('61', 50, 1), refund('62', 60, 0), refund('63', 70, 2)];
    const lines = [aLine({ id: '71001', quantity: 4, currentQuantity: 1 })];
    expect((await readOrder({ lines, refunds })).order.refunds).toEqual([
      { refundedAt: START + 50 * HOUR, amountMinor: 1250 },
      { refundedAt: START + 70 * HOUR, amountMinor: 2500 },
    ]);
  });

  it('counts all 300 lines of a refund', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => aLine({ id: `7${at}`, currentQuantity: 1 }));
    const backs = lines.map(({ id }) => ({ lineId: id, quantity: 1, subtotalMinor: 1250 }));
    const refunds = [
      { id: '61', at: START + 50 * HOUR, lines: backs.slice(0, 290) },
      { id: '62', at: START + 60 * HOUR, lines: backs.slice(290) },
    ];
    expect((await readOrder({ lines, refunds })).order.refunds).toEqual([
      { refundedAt: START + 50 * HOUR, amountMinor: 290 * 1250 },
      { refundedAt: START + 60 * HOUR, amountMinor: 10 * 1250 },
    ]);
  });

  it('keeps a line whose product is gone, without the product', async () => {
    const { order } = await readOrder({ lines: [aLine({ productId: null, title: 'Postage' })] });
    expect(order.lines).toMatchObject([{ productId: null, title: 'Postage' }]);
  });

  it('tells of which bundle a line is a part (C43)', async () => {
    const bundle = { id: '45', productId: '502', title: 'Starter kit', quantity: 1 };
    const lines = [aLine({ id: '71', bundle }), aLine({ id: '72', bundle: { ...bundle, productId: null } })];
    const { order } = await readOrder({ lines: [...lines, aLine({ id: '73' })] });
    const told = {
      bundleId: gid('LineItemGroup', '45'),
      productId: gid('Product', '502'),
      title: 'Starter kit',
      quantity: 1,
    };
    expect(order.lines.map((line) => line.bundle)).toEqual([told, { ...told, productId: null }, null]);
  });

  it('has all 1,114 of its lines, each once', async () => {
    const lines = Array.from({ length: 1114 }, (_, index) => aLine({ id: String(70_000 + index) }));
    const { order } = await readOrder({ lines });
    expect(order.lines).toHaveLength(1114);
    expect(new Set(order.lines.map(({ lineId }) => lineId)).size).toBe(1114);
  });

  it('brings the customer with tags and consent', async () => {
    expect((await readOrder({})).customer).toMatchObject({
      tags: ['loyalty'],
      marketingState: 'SUBSCRIBED',
      firstName: 'Ada',
    });
  });

  it('of a guest names an address without consent', async () => {
    const { order, customer } = await readOrder({ customerId: null, email: 'guest@example.com' });
    expect(customer).toMatchObject({
      customerId: null,
      email: 'guest@example.com',
      marketingState: 'NOT_SUBSCRIBED',
    });
    expect(order.emailHash).toBe(sha256Hex('guest@example.com'));
  });

  it('of a customer whose address Shopify has deleted names none, though the order has one', async () => {
    const redacted = aCustomer({ marketing: { state: 'REDACTED', updatedAt: START } });
    expect((await readOrder({}, redacted)).customer).toMatchObject({
      email: null,
      customerId: gid('Customer', '301'),
    });
  });

  it('without any address has no hash', async () => {
    const { order, customer } = await readOrder({ customerId: null, email: null });
    expect([order.emailHash, customer.email]).toEqual([null, null]);
  });
});

describe('reading orders', () => {
  it('asks for twelve in three queries and leaves out the id of another shop', async () => {
    const orders = Array.from({ length: 12 }, (_, index) => anOrder({ id: String(1001 + index) }));
    const { admin, counts } = await openShop(aSeed({ orders }));
    const ids = [...orders.map(({ id }) => gid('Order', id)), gid('Order', '999999')];
    const found = await admin.fetchOrders(SHOP, ids);
    expect(found.map(({ order }) => order.orderId)).toEqual(ids.slice(0, 12));
    expect(counts().adminCalls).toBe(3);
  });

  it('finds those updated since a moment, page by page, and none before it', async () => {
    const orders = Array.from({ length: 260 }, (_, index) =>
      anOrder({ id: String(1001 + index), createdAt: START + index * HOUR, updatedAt: START + index * HOUR }),
    );
    const { admin } = await openShop(aSeed({ orders }));
    expect(await admin.updatedOrderIds(SHOP, START)).toHaveLength(260);
    expect(await admin.updatedOrderIds(SHOP, START + 200 * HOUR)).toHaveLength(60);
  });
});

describe('a product read from Shopify', () => {
  it('has price, cost, rating and plans in our words', async () => {
    const { admin, url } = await openShop(aSeed({}));
    const [product] = await admin.fetchProducts(SHOP, [gid('Product', '501')]);
    expect(product).toEqual({
      productId: gid('Product', '501'),
      variantId: gid('ProductVariant', '9501'),
      title: 'Product 501',
      url: `${url}/store/small/products/product-501`,
      imageUrl: 'https://cdn.shopify.com/one.jpg',
      category: 'Coffee',
      productType: 'Coffee',
      isGiftCard: false,
      requiresShipping: true,
      isPublished: true,
      isAvailable: true,
      stock: 7,
      sellsPastStock: false,
      priceMinor: 1250,
      compareAtMinor: 1500,
      costMinor: 500,
      rating: { value: 4.6, count: 31 },
      sellingPlans: [{ sellingPlanId: gid('SellingPlan', '801'), name: 'Every 30 days', percentOff: 10 }],
      skus: [],
      barcodes: [],
      componentIds: [],
      updatedAt: START,
    });
  });

  it('has the codes of its variants and, as a bundle, what it holds (C33, C44)', async () => {
    const bundle = aProduct({ sku: ' KIT-1 ', barcode: '4006381333931', componentIds: ['502'] });
    const { admin } = await openShop(aSeed({ products: [bundle, aProduct({ id: '502', sku: '' })] }));
    expect(await admin.fetchProducts(SHOP, [gid('Product', '501'), gid('Product', '502')])).toMatchObject([
      { skus: ['KIT-1'], barcodes: ['4006381333931'], componentIds: [gid('Product', '502')] },
      { skus: [], barcodes: [], componentIds: [] },
    ]);
  });

  it.each([
    ['sold out', { available: 0 }, { isAvailable: false, isPublished: true }],
    ['not counted', { available: null }, { isAvailable: true, stock: null }],
    ['a draft', { status: 'DRAFT' as const }, { isPublished: false }],
    ['unrated', { rating: null }, { rating: null }],
    ['without cost', { costMinor: null }, { costMinor: null }],
  ])('tells that it is %s', async (_what, change, expected) => {
    const { admin } = await openShop(aSeed({ products: [aProduct(change)] }));
    expect(await admin.fetchProducts(SHOP, [gid('Product', '501')])).toMatchObject([expected]);
  });

  it('that is gone is left out', async () => {
    const { admin } = await openShop(aSeed({}));
    expect(await admin.fetchProducts(SHOP, [gid('Product', '502')])).toEqual([]);
  });

  it('comes once when the whole catalogue is read in pages', async () => {
    const products = Array.from({ length: 45 }, (_, index) => aProduct({ id: String(501 + index) }));
    const { admin } = await openShop(aSeed({ products }));
    const pages: string[][] = [];
    for await (const page of admin.fetchAllProducts(SHOP)) pages.push(page.map(({ productId }) => productId));
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
  });
});

describe('the shop', () => {
  it('tells its name, zone, currency and postal address', async () => {
    const { admin, url } = await openShop(aSeed({}));
    expect(await admin.fetchShop(SHOP)).toEqual({
      name: 'Small Shop',
      currency: 'EUR',
      zone: 'Europe/Berlin',
      countryCode: 'DE',
      contactEmail: 'hello@small.test',
      postalAddress: 'Beispielweg 1, 10115 Berlin, Germany',
      storeUrl: `${url}/store/small`,
      readsAllOrders: true,
    });
  });

  it('learns that somebody unsubscribed', async () => {
    const { admin, state } = await openShop(aSeed({}));
    await admin.writeUnsubscribe(SHOP, gid('Customer', '301'), START + HOUR);
    expect(state.customers.get('301')?.marketing).toEqual({ state: 'UNSUBSCRIBED', updatedAt: START + HOUR });
  });

  it('says why it refused, though the answer was 200', async () => {
    const { admin } = await openShop(aSeed({}));
    await expect(admin.writeUnsubscribe(SHOP, gid('Customer', '999'), START)).rejects.toThrow(
      /refused: Customer .*999/,
    );
  });
});

describe('a cart', () => {
  const cart = { variantId: gid('ProductVariant', '9501'), sellingPlanId: null, touchToken: 'signed' };

  it('leads to a checkout and carries the touch', async () => {
    const { admin, state } = await openShop(aSeed({}));
    const made = await admin.createCart(SHOP, cart);
    expect(made).toEqual({ checkoutUrl: expect.stringContaining('/checkout/') });
    expect([...state.carts.values()][0]?.attributes).toEqual([{ key: '_touch', value: 'signed' }]);
  });

  it('with something sold out is a problem, not an empty checkout', async () => {
    const { admin } = await openShop(aSeed({ products: [aProduct({ available: 0 })] }));
    expect(await admin.createCart(SHOP, cart)).toEqual({ problem: expect.stringContaining('OUT_OF_STOCK') });
  });

  it('with a variant that does not exist is a problem', async () => {
    const { admin } = await openShop(aSeed({}));
    const made = await admin.createCart(SHOP, { ...cart, variantId: gid('ProductVariant', '1') });
    expect(made).toEqual({ problem: expect.stringContaining('does not exist') });
  });
});
