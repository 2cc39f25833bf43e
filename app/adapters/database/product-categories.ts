import type { PrismaClient } from '@prisma/client';
import type { CategoryStore } from '#flows/ports/category-store';
import { atOnceWithinShop } from './within-shop';

export function productCategoryMethods(prisma: PrismaClient): CategoryStore {
  return {
    productCategories: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly category: string }>>`
          SELECT DISTINCT product ->> 'category' AS category FROM "Product"
          WHERE "shopId" = ${shopId} AND NOT "isRemoved" AND product ->> 'category' IS NOT NULL`;
        return [...new Set(rows.flatMap(({ category }) => withAbove(category)))].sort();
      }),
  };
}

function withAbove(category: string): ReadonlyArray<string> {
  const parts = category.split(' > ');
  return parts.map((_, depth) => parts.slice(0, depth + 1).join(' > '));
}
