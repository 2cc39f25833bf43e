import { z } from 'zod';
import type { CatalogueProduct, Product } from '#core/catalogue/product';

const productSchema: z.ZodType<Product> = z.object({
  productId: z.string(),
  variantId: z.string().nullable(),
  title: z.string(),
  url: z.string().nullable(),
  imageUrl: z.string().nullable(),
  category: z.string().nullable(),
  productType: z.string().nullable(),
  isGiftCard: z.boolean(),
  requiresShipping: z.boolean(),
  isPublished: z.boolean(),
  isAvailable: z.boolean(),
  priceMinor: z.number().int().nullable(),
  compareAtMinor: z.number().int().nullable().default(null), // younger than what is kept of some products
  costMinor: z.number().int().nullable(),
  rating: z.object({ value: z.number(), count: z.number().int() }).nullable(),
  sellingPlans: z.array(z.object({ sellingPlanId: z.string(), name: z.string(), percentOff: z.number() })),
  // What was kept before these were read has none of them.
  stock: z.number().int().nullable().default(null),
  sellsPastStock: z.boolean().default(false),
  skus: z.array(z.string()).default([]),
  barcodes: z.array(z.string()).default([]),
  componentIds: z.array(z.string()).default([]),
  updatedAt: z.number(),
});

/** A product as it was last read, with its number in the shop. */
export function parseCatalogueProduct(stored: unknown, number: number): CatalogueProduct {
  return { ...productSchema.parse(stored), number };
}
