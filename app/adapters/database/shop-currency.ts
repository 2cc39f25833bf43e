import { Prisma } from '@prisma/client';

/**
 * Whether an order is in the shop's present currency. Money of other orders is in no sum: nothing is converted, for what
 * a rate of today makes of a past order was never paid. In: the order's alias.
 */
export function inShopCurrency(shopId: string, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${order}.currency = ${currencyOf(shopId)})`;
}

/** The others, found by the index however many orders there are. In: as above. */
export function inOtherCurrency(shopId: string, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${order}.currency < ${currencyOf(shopId)} OR ${order}.currency > ${currencyOf(shopId)})`;
}

function currencyOf(shopId: string): Prisma.Sql {
  return Prisma.sql`(SELECT currency FROM "Shop" WHERE "shopId" = ${shopId})`;
}
