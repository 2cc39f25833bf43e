import type { StoreCustomer, StoreLine, StoreOrder, StoreProduct, StoreSeed } from '../../../dev-store/model';

export const SHOP = 'small.myshopify.com';
export const START = Date.parse('2026-11-01T09:00:00Z');

const HOUR = 3_600_000;

export function aProduct(change: Partial<StoreProduct> = {}): StoreProduct {
  const id = change.id ?? '501';
  return {
    id,
    sourceId: id,
    variantId: `9${id}`,
    handle: `product-${id}`,
    title: `Product ${id}`,
    sku: null,
    productType: 'Coffee',
    category: null,
    isGiftCard: false,
    requiresShipping: true,
    status: 'ACTIVE',
    priceMinor: 1250,
    compareAtMinor: 1500,
    costMinor: 500,
    available: 7,
    rating: { value: 4.6, count: 31 },
    imageUrl: 'https://cdn.shopify.com/one.jpg',
    sellingPlans: [{ id: '801', name: 'Every 30 days', percentOff: 10 }],
    updatedAt: START,
    ...change,
  };
}

export function aCustomer(change: Partial<StoreCustomer> = {}): StoreCustomer {
  const id = change.id ?? '301';
  return {
    id,
    sourceId: id,
    email: 'Ada@Example.com ',
    firstName: 'Ada',
    locale: 'en-GB',
    countryCode: 'GB',
    provinceCode: null,
    tags: ['loyalty'],
    marketing: { state: 'SUBSCRIBED', updatedAt: START },
    companyName: null,
    ...change,
  };
}

export function aLine(change: Partial<StoreLine> = {}): StoreLine {
  return {
    id: '701',
    productId: '501',
    title: 'Product 501',
    quantity: 2,
    currentQuantity: 2,
    unitMinor: 1250,
    discountMinor: 0,
    requiresShipping: true,
    isGiftCard: false,
    sellingPlanId: null,
    ...change,
  };
}

export function anOrder(change: Partial<StoreOrder> = {}): StoreOrder {
  const id = change.id ?? '1001';
  const createdAt = change.createdAt ?? START;
  return {
    id,
    sourceId: id,
    name: `#${id}`,
    customerId: '301',
    email: 'Ada@Example.com ',
    createdAt,
    paidAt: createdAt + HOUR,
    updatedAt: createdAt + HOUR,
    cancelledAt: null,
    currency: 'EUR',
    test: false,
    sourceName: 'web',
    tags: [],
    countryCode: 'GB',
    provinceCode: null,
    companyName: null,
    discountCodes: [],
    attributes: [],
    shippingMinor: 495,
    lines: [aLine({ id: `7${id}` })],
    refunds: [],
    ...change,
  };
}

/** A shop with exactly these things; orders are paid at their time. */
export function aSeed(change: {
  readonly orders?: ReadonlyArray<StoreOrder>;
  readonly products?: ReadonlyArray<StoreProduct>;
  readonly customers?: ReadonlyArray<StoreCustomer>;
  readonly domain?: string;
}): StoreSeed {
  return {
    shop: {
      domain: change.domain ?? SHOP,
      name: 'Small Shop',
      currency: 'EUR',
      zone: 'Europe/Berlin',
      countryCode: 'DE',
      contactEmail: 'hello@small.test',
      address: { address1: 'Beispielweg 1', city: 'Berlin', zip: '10115', country: 'Germany' },
    },
    products: change.products ?? [aProduct()],
    customers: change.customers ?? [aCustomer()],
    events: (change.orders ?? [anOrder()]).map((order) => ({
      at: order.createdAt,
      kind: 'order_paid',
      order,
    })),
    pricesFollowOrders: false,
    answerEmail: () => null,
  };
}
