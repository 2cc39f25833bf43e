import { Prisma } from '@prisma/client';
import type { Sql } from './within-shop';

/**
 * Whether an order is in the shop's present currency. Money of other orders is in no sum: nothing is converted, for what
 * a rate of today makes of a past order was never paid. In: the order's alias.
 */
export function inShopCurrency(shopId: string, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${order}.currency = ${currencyOf(shopId)})`;
}

/** In: as above. */
export function inOtherCurrency(shopId: string, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${order}.currency <> ${currencyOf(shopId)})`;
}

/** Asked first, for hardly any shop has one: both ends of an index, however many orders there are. */
export async function hasOtherCurrencies(sql: Sql, shopId: string): Promise<boolean> {
  const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly hasOthers: boolean | null }>>`
    SELECT (SELECT min(currency) FROM "Order" WHERE "shopId" = ${shopId}) <> ${currencyOf(shopId)}
      OR (SELECT max(currency) FROM "Order" WHERE "shopId" = ${shopId}) <> ${currencyOf(shopId)} AS "hasOthers"`;
  return row?.hasOthers ?? false;
}

function currencyOf(shopId: string): Prisma.Sql {
  return Prisma.sql`(SELECT currency FROM "Shop" WHERE "shopId" = ${shopId})`;
}
