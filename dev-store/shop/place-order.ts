import type { StoreCustomer, StoreLine, StoreOrder, StoreProduct } from '../model';
import { announceOrder, announceProducts } from '../webhooks/announce';
import type { StoreAttribute } from './cart';
import type { DevStore } from './dev-store';
import { addOrder, issueId, type ShopState } from './shop-state';

export type WantedLine = {
  readonly product: StoreProduct;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number;
  readonly sellingPlanId: string | null;
};

export type WantedOrder = {
  readonly customer: StoreCustomer | null;
  readonly email: string | null;
  readonly lines: ReadonlyArray<WantedLine>;
  readonly countryCode: string | null;
  readonly attributes: ReadonlyArray<StoreAttribute>;
  readonly discountCodes: ReadonlyArray<string>;
  readonly tags: ReadonlyArray<string>;
  readonly sourceName: string;
  readonly test: boolean;
  readonly isPaid: boolean;
};

/** Places an order at the store's present time and queues its webhooks. Tracked stock goes down by what was bought. */
export function placeOrder(store: DevStore, shop: ShopState, wanted: WantedOrder): StoreOrder {
  const { now } = store.clock;
  const id = issueId(shop);
  const order: StoreOrder = {
    id,
    sourceId: id,
    name: `#${id}`,
    customerId: wanted.customer?.id ?? null,
    email: wanted.email,
    createdAt: now,
    paidAt: wanted.isPaid ? now : null,
    updatedAt: now,
    cancelledAt: null,
    currency: shop.shop.currency,
    test: wanted.test,
    sourceName: wanted.sourceName,
    tags: wanted.tags,
    countryCode: wanted.countryCode ?? wanted.customer?.countryCode ?? shop.shop.countryCode,
    provinceCode: wanted.customer?.provinceCode ?? null,
    companyName: wanted.customer?.companyName ?? null,
    discountCodes: wanted.discountCodes,
    attributes: wanted.attributes,
    shippingMinor: 0,
    lines: wanted.lines.map((line) => orderLine(shop, line)),
    refunds: [],
  };
  addOrder(shop, order);
  announceOrder(store, shop, order);
  announceProducts(store, shop, takeStock(store, wanted.lines));
  return order;
}

function orderLine(shop: ShopState, wanted: WantedLine): StoreLine {
  const { product, quantity, unitMinor, discountMinor, sellingPlanId } = wanted;
  return {
    id: issueId(shop),
    productId: product.id,
    title: product.title,
    quantity,
    currentQuantity: quantity,
    unitMinor,
    discountMinor,
    requiresShipping: product.requiresShipping,
    isGiftCard: product.isGiftCard,
    sellingPlanId,
  };
}

function takeStock(store: DevStore, lines: ReadonlyArray<WantedLine>): ReadonlyArray<string> {
  const changed = new Set<string>();
  for (const { product, quantity } of lines) {
    if (product.available === null) continue;
    product.available = Math.max(0, product.available - quantity);
    product.updatedAt = store.clock.now;
    changed.add(product.id);
  }
  return Array.from(changed);
}
