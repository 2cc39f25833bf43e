import type {
  StoreCustomer,
  StoreEvent,
  StoreLine,
  StoreOrder,
  StoreProduct,
  StoreSeed,
} from '../../dev-store/model';
import { DAY_MS } from '#core/shared/time';

/** Tuesday 2026-06-02, 10:00 in London: when the shop installs Encore. */
export const INSTALLED_AT = Date.parse('2026-06-02T09:00:00Z');

export const TEST_SHOP = 'test.myshopify.com';

const PRODUCTS = [
  { id: '1', title: 'Espresso machine', category: 'Coffee Makers', priceMinor: 20_000 },
  { id: '2', title: 'Milk jug', category: 'Jugs', priceMinor: 6_000 }, // 30 % of the machine: inside touch 1's band
  { id: '3', title: 'Coffee grinder', category: 'Grinders', priceMinor: 15_000 }, // bought next
  { id: '4', title: 'Tea tin', category: 'Tins', priceMinor: 900 }, // follows nothing
];
const HISTORY_BUYERS = 60;

function buildProduct(over: Partial<StoreProduct> & { readonly id: string }): StoreProduct {
  return {
    sourceId: over.id,
    variantId: `9${over.id}`,
    handle: `product-${over.id}`,
    title: 'Product',
    sku: null,
    productType: '',
    category: null,
    isGiftCard: false,
    requiresShipping: true,
    status: 'ACTIVE',
    priceMinor: 1000,
    costMinor: null,
    available: null,
    rating: null,
    imageUrl: null,
    sellingPlans: [],
    updatedAt: INSTALLED_AT - 400 * DAY_MS,
    ...over,
  };
}

export function buildStoreCustomer(id: string, over: Partial<StoreCustomer> = {}): StoreCustomer {
  return {
    id,
    sourceId: id,
    email: `c${id}@example.test`,
    firstName: 'Ada',
    locale: 'en',
    countryCode: 'GB',
    provinceCode: null,
    tags: [],
    marketing: { state: 'SUBSCRIBED', updatedAt: INSTALLED_AT - 400 * DAY_MS },
    companyName: null,
    ...over,
  };
}

export function buildStoreOrder(
  id: string,
  customer: StoreCustomer,
  at: number,
  productIds: ReadonlyArray<string>,
  over: Partial<StoreOrder> = {},
): StoreOrder {
  const lines = productIds.map((productId, index): StoreLine => {
    const product = PRODUCTS.find((candidate) => candidate.id === productId);
    return {
      id: `${id}${index}`,
      productId,
      title: product?.title ?? 'Product',
      quantity: 1,
      currentQuantity: 1,
      unitMinor: product?.priceMinor ?? 1000,
      discountMinor: 0,
      requiresShipping: true,
      isGiftCard: false,
      sellingPlanId: null,
    };
  });
  return {
    id,
    sourceId: id,
    name: `#${id}`,
    customerId: customer.id,
    email: customer.email,
    createdAt: at,
    paidAt: at,
    updatedAt: at,
    cancelledAt: null,
    currency: 'GBP',
    test: false,
    sourceName: 'web',
    tags: [],
    countryCode: customer.countryCode,
    provinceCode: null,
    companyName: null,
    discountCodes: [],
    attributes: [],
    shippingMinor: 0,
    lines,
    refunds: [],
    ...over,
  };
}

/**
 * A small shop whose history makes two pairings: half of those who bought the machine bought the jug with it, half came
 * back for the grinder. `future` holds what happens after the installation.
 */
export function buildSeed(over: {
  readonly customers: ReadonlyArray<StoreCustomer>;
  readonly future: ReadonlyArray<StoreEvent>;
  readonly products?: ReadonlyArray<StoreProduct>;
}): StoreSeed {
  const past = Array.from({ length: HISTORY_BUYERS }, (_, index) => buildStoreCustomer(String(8000 + index)));
  const history = past.flatMap((customer, index): StoreEvent[] => {
    const at = INSTALLED_AT - 120 * DAY_MS + index * 1000;
    const pairs = index % 2 === 0;
    // The tin goes to others, so that the machine's buyers are not everybody there is.
    const first = index < 40 ? (pairs ? ['1', '2'] : ['1']) : ['4'];
    const orders = [buildStoreOrder(String(1000 + index), customer, at, first)];
    // Those who come back without the machine come back for something else, or coming back alone would be the pairing.
    const next = index >= 40 ? '4' : pairs ? '3' : null;
    if (next) orders.push(buildStoreOrder(String(2000 + index), customer, at + 40 * DAY_MS, [next]));
    return orders.map((order) => ({ at: order.createdAt, kind: 'order_paid', order }));
  });
  return {
    shop: {
      domain: TEST_SHOP,
      name: 'Test Coffee',
      currency: 'GBP',
      zone: 'Europe/London',
      countryCode: 'GB',
      contactEmail: 'hello@example.test',
      address: { address1: '1 Test Street', city: 'London', zip: 'N1 1AA', country: 'United Kingdom' },
    },
    products: over.products ?? PRODUCTS.map(buildProduct),
    customers: [...past, ...over.customers],
    events: [...history, ...over.future].sort((a, b) => a.at - b.at),
    pricesFollowOrders: false,
    answerEmail: () => null,
  };
}
