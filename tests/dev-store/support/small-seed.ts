import type {
  ShopperAnswer,
  StoreCustomer,
  StoreEvent,
  StoreLine,
  StoreOrder,
  StoreProduct,
  StoreSeed,
} from '../../../dev-store/model';

/** 2026-06-01, a Monday, 10:00 in London. */
export const MONDAY = Date.parse('2026-06-01T09:00:00Z');
export const HOUR = 3_600_000;
export const SHOP = 'small.myshopify.com';

/** A product on sale; name only the fact that matters. */
export function buildProduct(over: Partial<StoreProduct> = {}): StoreProduct {
  return {
    id: '2001',
    sourceId: 'mug',
    variantId: '3001',
    handle: 'mug',
    title: 'Mug',
    sku: 'MUG',
    productType: 'Mugs',
    category: 'Home & Garden > Kitchen & Dining',
    isGiftCard: false,
    requiresShipping: true,
    status: 'ACTIVE',
    priceMinor: 1200,
    costMinor: 500,
    available: null,
    rating: { value: 4.7, count: 12 },
    imageUrl: 'https://images.example.test/mug.png',
    sellingPlans: [{ id: '5001', name: 'Every month, 10 % off', percentOff: 10 }],
    updatedAt: MONDAY - 24 * HOUR,
    ...over,
  };
}

export function buildCustomer(over: Partial<StoreCustomer> = {}): StoreCustomer {
  return {
    id: '4001',
    sourceId: 'ada',
    email: 'ada@example.test',
    firstName: 'Ada',
    locale: 'en',
    countryCode: 'GB',
    provinceCode: null,
    tags: [],
    marketing: { state: 'SUBSCRIBED', updatedAt: MONDAY - 24 * HOUR },
    companyName: null,
    ...over,
  };
}

export function buildLine(over: Partial<StoreLine> = {}): StoreLine {
  return {
    id: '10001',
    productId: '2001',
    title: 'Mug',
    quantity: 2,
    currentQuantity: 2,
    unitMinor: 1200,
    discountMinor: 0,
    requiresShipping: true,
    isGiftCard: false,
    sellingPlanId: null,
    ...over,
  };
}

export function buildOrder(over: Partial<StoreOrder> = {}): StoreOrder {
  const createdAt = over.createdAt ?? MONDAY;
  return {
    id: '1001',
    sourceId: 'first',
    name: '#1001',
    customerId: '4001',
    email: 'ada@example.test',
    createdAt,
    paidAt: createdAt,
    updatedAt: createdAt,
    cancelledAt: null,
    currency: 'GBP',
    test: false,
    sourceName: 'web',
    tags: [],
    countryCode: 'GB',
    provinceCode: null,
    companyName: null,
    discountCodes: [],
    attributes: [],
    shippingMinor: 400,
    lines: [buildLine()],
    refunds: [],
    ...over,
  };
}

export function orderPaid(order: StoreOrder): StoreEvent {
  return { at: order.createdAt, kind: 'order_paid', order };
}

export type SeedFacts = {
  readonly domain?: string;
  readonly products?: ReadonlyArray<StoreProduct>;
  readonly customers?: ReadonlyArray<StoreCustomer>;
  readonly events?: ReadonlyArray<StoreEvent>;
  readonly pricesFollowOrders?: boolean;
  readonly answer?: ShopperAnswer;
};

/** A shop of one mug and one customer; name only the facts that matter. */
export function buildSeed(facts: SeedFacts = {}): StoreSeed {
  return {
    shop: {
      domain: facts.domain ?? SHOP,
      name: 'Small Shop',
      currency: 'GBP',
      zone: 'Europe/London',
      countryCode: 'GB',
      contactEmail: 'shop@example.test',
      address: { address1: '1 Example Street', city: 'London', zip: 'E1 1AA', country: 'United Kingdom' },
    },
    products: facts.products ?? [buildProduct()],
    customers: facts.customers ?? [buildCustomer()],
    events: facts.events ?? [],
    pricesFollowOrders: facts.pricesFollowOrders ?? false,
    answerEmail: () => facts.answer ?? null,
  };
}
