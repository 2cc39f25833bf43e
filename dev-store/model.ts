/** What a local store is made of. Ids are the plain numbers (as text) that Shopify puts at the end of a GID. */

export type Instant = number; // ms since 1970, UTC

export type MarketingState =
  'SUBSCRIBED' | 'NOT_SUBSCRIBED' | 'PENDING' | 'UNSUBSCRIBED' | 'INVALID' | 'REDACTED';

export type StoreShop = {
  readonly domain: string; // demo.myshopify.com
  readonly name: string;
  readonly currency: string;
  readonly zone: string; // IANA
  readonly countryCode: string;
  readonly contactEmail: string;
  readonly address: {
    readonly address1: string;
    readonly city: string;
    readonly zip: string;
    readonly country: string;
  };
};

export type StoreProduct = {
  readonly id: string;
  readonly sourceId: string; // the id in the data folder; equals id in generated stores
  readonly variantId: string;
  readonly handle: string;
  title: string;
  readonly sku: string | null;
  readonly barcode?: string; // absent: none
  readonly componentIds?: ReadonlyArray<string>; // of a bundle: the products inside; absent: it is none
  readonly productType: string; // '' = none
  readonly category: string | null; // taxonomy full name, null = unknown
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean;
  status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED';
  priceMinor: number | null; // null: no price is known yet
  compareAtMinor?: number; // the price struck out beside it; absent: it is not reduced
  costMinor: number | null;
  available: number | null; // null = not tracked, always sellable
  rating: { readonly value: number; readonly count: number } | null;
  readonly imageUrl: string | null;
  readonly sellingPlans: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly percentOff: number;
  }>;
  updatedAt: Instant;
};

export type StoreCustomer = {
  readonly id: string;
  readonly sourceId: string;
  email: string | null;
  readonly firstName: string | null;
  readonly locale: string;
  readonly countryCode: string | null;
  readonly provinceCode: string | null;
  tags: ReadonlyArray<string>;
  marketing: { state: MarketingState; updatedAt: Instant };
  readonly companyName: string | null; // B2B contact when set
};

export type StoreLine = {
  readonly id: string;
  readonly productId: string | null; // null = custom item (fees such as postage)
  readonly title: string;
  readonly quantity: number;
  currentQuantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number; // of the whole line
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  readonly sellingPlanId: string | null;
  readonly bundle?: {
    readonly id: string;
    readonly productId: string | null;
    readonly title: string;
    readonly quantity: number;
  }; // absent: bought by itself
};

export type StoreOrder = {
  readonly id: string;
  readonly sourceId: string; // the order_id of the data folder
  readonly name: string; // #1001
  readonly customerId: string | null; // null = guest without an account
  email: string | null;
  readonly createdAt: Instant;
  paidAt: Instant | null; // null = not paid yet
  updatedAt: Instant;
  cancelledAt: Instant | null;
  readonly currency: string;
  readonly test: boolean;
  readonly sourceName: string; // web | pos | shopify_draft_order | subscription_contract | ...
  tags: ReadonlyArray<string>;
  readonly countryCode: string | null; // of the shipping address
  readonly provinceCode: string | null;
  readonly companyName: string | null;
  readonly discountCodes: ReadonlyArray<string>;
  readonly attributes: ReadonlyArray<{ readonly key: string; readonly value: string }>;
  readonly shippingMinor: number;
  readonly lines: ReadonlyArray<StoreLine>;
  refunds: StoreRefund[];
};

export type StoreRefund = {
  readonly id: string;
  readonly at: Instant;
  readonly lines: ReadonlyArray<{
    readonly lineId: string;
    readonly quantity: number;
    readonly subtotalMinor: number;
  }>; // []: nothing of the order came back
};

/** Something that will happen in the store when its clock reaches `at`. Equal times keep the given order. */
export type StoreEvent =
  | { readonly at: Instant; readonly kind: 'order_paid'; readonly order: StoreOrder }
  | { readonly at: Instant; readonly kind: 'order_cancelled'; readonly orderId: string }
  | {
      readonly at: Instant;
      readonly kind: 'order_refunded';
      readonly orderId: string;
      readonly lines: ReadonlyArray<{ readonly lineId: string; readonly quantity: number }>;
    };

/** How a simulated shopper answers an e-mail; null = not at all. Pure: equal input, equal answer. */
export type ShopperAnswer =
  | { readonly kind: 'unsubscribe'; readonly afterMs: number }
  | { readonly kind: 'click'; readonly afterMs: number }
  | { readonly kind: 'click_and_buy'; readonly afterMs: number };

export type ReceivedEmail = {
  readonly to: string;
  readonly touchNumber: 1 | 2 | 3;
  readonly isFirstEver: boolean; // the first e-mail that this address got
  readonly sentAt: Instant;
};

/** Everything a store starts from. `events` is sorted by time; products' prices are moved by paid orders where the
 * data has no catalogue price (`pricesFollowOrders`). */
export type StoreSeed = {
  readonly shop: StoreShop;
  readonly products: ReadonlyArray<StoreProduct>;
  readonly customers: ReadonlyArray<StoreCustomer>;
  readonly events: ReadonlyArray<StoreEvent>;
  readonly pricesFollowOrders: boolean;
  readonly answerEmail: (email: ReceivedEmail) => ShopperAnswer | null;
};
