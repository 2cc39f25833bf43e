import type { Instant } from '../model';

/** A code discount of the kind DiscountCodeBasic. */
export type StoreDiscount = {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly usageLimit: number | null;
  readonly appliesOncePerCustomer: boolean;
  readonly customerIds: ReadonlyArray<string> | null; // null = everybody
  readonly variantIds: ReadonlyArray<string> | null; // null = every item, unless productIds say otherwise
  readonly productIds: ReadonlyArray<string> | null;
  readonly value:
    | { readonly kind: 'percentage'; readonly fraction: number }
    | { readonly kind: 'amount'; readonly minor: number };
  readonly usedBy: Array<string>; // e-mail addresses, one per use
};
