import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { CatalogueCache } from './catalogue-cache';
import { assignProductNumbers } from './product-numbers';
import { withinShop } from './within-shop';

type ProductMethods = Pick<
  Store,
  'productNumbers' | 'upsertProducts' | 'catalogue' | 'productsById' | 'removeProducts'
>;

export function productMethods(prisma: PrismaClient, catalogue: CatalogueCache): ProductMethods {
  return {
    productNumbers: async (shopId, productIds) => {
      const { numbers } = await catalogue.upToDate(shopId);
      const known = productIds.map((id) => [id, numbers.get(id)] as const);
      const found = known.flatMap(([id, number]): Array<[string, number]> =>
        number === undefined ? [] : [[id, number]],
      );
      if (found.length === productIds.length) return new Map(found);
      return withinShop(prisma, shopId, (sql) => assignProductNumbers(sql, shopId, productIds));
    },

    // The LIMIT changes no result: it tells the planner that few rows come, else it reads the whole catalogue to join them.
    upsertProducts: (shopId, products) =>
      withinShop(prisma, shopId, async (sql) => {
        await assignProductNumbers(
          sql,
          shopId,
          products.map((product) => product.productId),
        );
        const rows = products.map((product) => ({
          productId: product.productId,
          updatedAt: toIso(product.updatedAt),
          product,
        }));
        await sql.$executeRaw`
          UPDATE "Product" p SET product = n.product, "updatedAt" = n."updatedAt", "isRemoved" = false,
            "writtenIn" = (pg_current_xact_id()::text)::bigint
          FROM (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            AS r("productId" text, "updatedAt" timestamptz, product jsonb) LIMIT ${rows.length}::bigint) n
          WHERE p."shopId" = ${shopId} AND p."productId" = n."productId"
            AND (p."updatedAt" IS NULL OR n."updatedAt" >= p."updatedAt")`;
      }),

    catalogue: (shopId) => catalogue.upToDate(shopId),

    productsById: async (shopId, productIds) => {
      const { numbers, products } = await catalogue.upToDate(shopId);
      const found = productIds.map((id) => products.get(numbers.get(id) ?? -1));
      return new Map(
        found.filter((product) => product !== undefined).map((product) => [product.productId, product]),
      );
    },

    removeProducts: (shopId, productIds) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          UPDATE "Product" SET "isRemoved" = true, "writtenIn" = (pg_current_xact_id()::text)::bigint
          WHERE "shopId" = ${shopId} AND "productId" = ANY(${[...productIds]}::text[])`;
      }),
  };
}
