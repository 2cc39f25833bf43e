import type { Instant } from '../model';

export type StoreAttribute = { readonly key: string; readonly value: string };

export type CartLine = {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly sellingPlanId: string | null;
  readonly attributes: ReadonlyArray<StoreAttribute>;
};

/** What a buyer is about to pay for; the checkout page shows it. */
export type StoreCart = {
  readonly id: string;
  readonly createdAt: Instant;
  readonly lines: ReadonlyArray<CartLine>;
  readonly discountCodes: ReadonlyArray<string>;
  readonly attributes: ReadonlyArray<StoreAttribute>;
  readonly email: string | null;
  readonly countryCode: string | null;
  orderId: string | null; // set by paying
};
