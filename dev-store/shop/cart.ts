import { createHash } from 'node:crypto';
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

/** The id of the shop's next cart: not to be guessed from the one before, and the same in a replay. */
export function nextCartId(
  { shop, carts }: { readonly shop: { readonly domain: string }; readonly carts: { readonly size: number } },
  secret: string,
): string {
  return createHash('sha256')
    .update(`${secret} ${shop.domain} cart ${carts.size}`)
    .digest('hex')
    .slice(0, 24);
}
