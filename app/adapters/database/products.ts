import type { PrismaClient } from '@prisma/client';
import type { CatalogueProduct } from '#core/catalogue/product';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { parseCatalogueProduct } from './parse-product';
import { assignProductNumbers } from './product-numbers';
import { withinShop } from './within-shop';

type ProductMethods = Pick<Store, 'productNumbers' | 'upsertProducts' | 'catalogueOf' | 'removeProducts'>;

export function productMethods(prisma: PrismaClient): ProductMethods {
  return {
    productNumbers: (shopId, productIds) =>
      withinShop(prisma, shopId, (sql) => assignProductNumbers(sql, shopId, productIds)),

    upsertProducts: (shopId, products) =>
      withinShop(prisma, shopId, async (sql) => {
        await assignProductNumbers(sql, shopId, products.map((product) => product.productId));
        const rows = products.map((product) => ({
          productId: product.productId,
          updatedAt: toIso(product.updatedAt),
          product,
        }));
        await sql.$executeRaw`
          UPDATE "Product" p SET product = n.product, "updatedAt" = n."updatedAt", "isRemoved" = false
          FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            AS n("productId" text, "updatedAt" timestamptz, product jsonb)
          WHERE p."shopId" = ${shopId} AND p."productId" = n."productId"
            AND (p."updatedAt" IS NULL OR n."updatedAt" >= p."updatedAt")`;
      }),

    catalogueOf: (shopId, numbers) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly number: number; readonly product: unknown }>>`
          SELECT number, product FROM "Product"
          WHERE "shopId" = ${shopId} AND number = ANY(${[...numbers]}::int[]) AND product IS NOT NULL AND NOT "isRemoved"
          ORDER BY number`;
        return rows.map((row): CatalogueProduct => parseCatalogueProduct(row.product, row.number));
      }),

    removeProducts: (shopId, productIds) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          UPDATE "Product" SET "isRemoved" = true
          WHERE "shopId" = ${shopId} AND "productId" = ANY(${[...productIds]}::text[])`;
      }),
  };
}
