import type { Instant } from '../shared/time';

/** What the catalogue says about a product. Money in the shop's currency. */
export type Product = {
  readonly productId: string; // GID
  readonly variantId: string | null; // the variant that would be offered
  readonly title: string;
  readonly url: string | null; // on the shop's own domain
  readonly imageUrl: string | null;
  readonly category: string | null; // taxonomy full name, else product type; null = unknown
  readonly productType: string | null;
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean;
  readonly isPublished: boolean;
  readonly isAvailable: boolean; // can be bought now
  readonly stock: number | null; // pieces of that variant, below 0 when sold ahead; null: not counted
  readonly sellsPastStock: boolean; // goes on selling when none is left
  readonly priceMinor: number | null;
  readonly compareAtMinor: number | null; // the price that the shop itself shows struck out beside it
  readonly costMinor: number | null;
  readonly rating: { readonly value: number; readonly count: number } | null;
  readonly sellingPlans: ReadonlyArray<SellingPlan>;
  readonly skus: ReadonlyArray<string>; // of its variants, each once
  readonly barcodes: ReadonlyArray<string>;
  readonly componentIds: ReadonlyArray<string>; // product ids that it is a bundle of; [] when it is none
  readonly updatedAt: Instant;
};

export type SellingPlan = {
  readonly sellingPlanId: string;
  readonly name: string;
  readonly percentOff: number; // whole percent, 10 = 10 %
};

/** A product with the small number that mining and pairing rows use for it inside one shop. */
export type CatalogueProduct = Product & { readonly number: number };
