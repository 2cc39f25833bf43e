import type { BulkOperation } from '../bulk/bulk-operation';
import type {
  Instant,
  StoreCustomer,
  StoreEvent,
  StoreOrder,
  StoreProduct,
  StoreSeed,
  StoreShop,
} from '../model';
import { NO_FAULTS, type Faults } from '../webhooks/faults';
import type { StoreCart } from './cart';
import type { StoreDiscount } from './discount';

/** What a shop holds at the store's present time. */
export type ShopState = {
  readonly shop: StoreShop;
  readonly handle: string; // demo, of demo.myshopify.com
  readonly numericId: number;
  readonly seed: StoreSeed;
  readonly events: ReadonlyArray<StoreEvent>;
  nextEvent: number; // index into events
  readonly products: Map<string, StoreProduct>;
  readonly productsByVariant: Map<string, StoreProduct>;
  readonly customers: Map<string, StoreCustomer>;
  readonly customersByEmail: Map<string, StoreCustomer>;
  readonly orders: Map<string, StoreOrder>; // in the order in which they came into being
  readonly orderChanges: Array<{ readonly at: Instant; readonly order: StoreOrder }>; // each change of one, oldest first
  readonly ordersByCustomer: Map<string, StoreOrder[]>;
  readonly lastPaidMinor: Map<string, number>; // by product, where prices follow orders
  readonly discounts: Map<string, StoreDiscount>; // by upper-case code
  readonly carts: Map<string, StoreCart>;
  readonly bulkOperations: Map<string, BulkOperation>;
  readonly emailedAddresses: Set<string>;
  readonly receivedEmails: Set<string>; // every e-mail once, in the order of arrival
  readonly answeredEmails: Set<number>; // their numbers, counted from 1
  readonly answerOrders: Set<string>; // ids of what was bought by answering one
  webPixel: { readonly id: string; readonly settings: string } | null;
  isInstalled: boolean; // from the first token exchange on: webhooks need an installed app
  faults: Faults;
  issuedIds: number;
  queuedWebhooks: number;
};

const FIRST_ISSUED_ID = 90_000_000;

/** Opens a shop before its first event. The seed's products, customers and orders belong to the shop from here on. */
export function openShop(seed: StoreSeed, index: number): ShopState {
  return {
    shop: seed.shop,
    handle: seed.shop.domain.replace(/\..*$/, ''),
    numericId: 60_000_001 + index,
    seed,
    events: seed.events,
    nextEvent: 0,
    products: new Map(seed.products.map((product) => [product.id, product])),
    productsByVariant: new Map(seed.products.map((product) => [product.variantId, product])),
    customers: new Map(seed.customers.map((customer) => [customer.id, customer])),
    customersByEmail: new Map(
      seed.customers.flatMap((customer) =>
        customer.email === null ? [] : [[customer.email.toLowerCase(), customer]],
      ),
    ),
    orders: new Map(),
    orderChanges: [],
    ordersByCustomer: new Map(),
    lastPaidMinor: new Map(),
    discounts: new Map(),
    carts: new Map(),
    bulkOperations: new Map(),
    emailedAddresses: new Set(),
    receivedEmails: new Set(),
    answeredEmails: new Set(),
    answerOrders: new Set(),
    webPixel: null,
    isInstalled: false,
    faults: NO_FAULTS,
    issuedIds: 0,
    queuedWebhooks: 0,
  };
}

/** A number that no other thing of the shop has, above the numbers of every seed. */
export function issueId(shop: ShopState): string {
  shop.issuedIds += 1;
  return String(FIRST_ISSUED_ID + shop.issuedIds);
}

/** Puts an order into the shop, as the newest one. */
export function addOrder(shop: ShopState, order: StoreOrder): void {
  shop.orders.set(order.id, order);
  markChanged(shop, order, order.updatedAt);
  if (order.customerId === null) return;
  const earlier = shop.ordersByCustomer.get(order.customerId);
  if (earlier === undefined) shop.ordersByCustomer.set(order.customerId, [order]);
  else earlier.push(order);
}

/** What the app sees of an order is another from here on. */
export function markChanged(shop: ShopState, order: StoreOrder, at: Instant): void {
  order.updatedAt = Math.max(order.updatedAt, at);
  const last = shop.orderChanges.at(-1)?.at ?? order.updatedAt;
  shop.orderChanges.push({ at: Math.max(last, order.updatedAt), order }); // always ascending
}

export function addCustomer(shop: ShopState, customer: StoreCustomer): void {
  shop.customers.set(customer.id, customer);
  if (customer.email !== null) shop.customersByEmail.set(customer.email.toLowerCase(), customer);
}
