import type { Instant } from '../shared/time';

export type OrderLine = {
  readonly lineId: string;
  readonly productId: string | null; // null: a custom item or a deleted product
  readonly variantId: string | null;
  readonly title: string;
  readonly quantity: number; // as ordered
  readonly currentQuantity: number; // after edits and returns
  readonly unitMinor: number; // before discounts
  readonly valueMinor: number; // the whole line after discounts
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean;
  readonly sellingPlanId: string | null;
  readonly bundle: Bundle | null; // that it was bought as a part of
};

/** Shopify puts the parts of a bundle into the order, each as a line, and tells of the bundle only beside them. */
export type Bundle = {
  readonly bundleId: string;
  readonly productId: string | null; // null: put together in the cart, no product of its own
  readonly title: string;
  readonly quantity: number;
};

/** Merchandise of an order that was taken back at once. */
export type Refund = { readonly refundedAt: Instant; readonly amountMinor: number };

/** An order as Shopify tells it, in our words. Money is in the shop's currency. */
export type Order = {
  readonly orderId: string; // GID
  readonly name: string;
  readonly customerId: string | null; // GID
  readonly emailHash: string | null; // SHA-256 of the normalised address; the address itself is not kept
  readonly createdAt: Instant;
  readonly confirmedAt: Instant | null; // first moment it was authorised or paid
  readonly updatedAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly isTest: boolean;
  readonly isFullyRefunded: boolean;
  readonly isBusiness: boolean; // bought by a company
  readonly sourceName: string;
  readonly tags: ReadonlyArray<string>;
  readonly currency: string;
  readonly subtotalMinor: number; // Shopify's subtotal after discounts, before tax and shipping
  readonly refunds: ReadonlyArray<Refund>; // merchandise taken back so far, first to last
  readonly countryCode: string | null;
  readonly provinceCode: string | null;
  readonly discountUsed: boolean;
  readonly touchToken: string | null; // the `_touch` attribute that our own cart carries
  readonly lines: ReadonlyArray<OrderLine>;
};

/** The customer behind an order, read at the moment of the decision and never stored as it is. */
export type Customer = {
  readonly customerId: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly locale: string | null;
  readonly tags: ReadonlyArray<string>;
  readonly isCompanyContact: boolean;
  readonly marketingState: MarketingState;
};

export type MarketingState =
  'SUBSCRIBED' | 'NOT_SUBSCRIBED' | 'PENDING' | 'UNSUBSCRIBED' | 'INVALID' | 'REDACTED';
