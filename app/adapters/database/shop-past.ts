import { Prisma } from '@prisma/client';
import { DAY_MS, toIso } from '#core/shared/time';
import type { ShopPast } from '#core/lift/plan-experiment';
import { inShopCurrency } from './shop-currency';
import type { Sql } from './within-shop';

type Range = { readonly from: number; readonly until: number; readonly horizonDays: number };

/**
 * Everybody's first purchase in the range and what they bought in the days after it, both in whole windows and in the
 * shop's present currency; orders of the range are counted whatever their currency.
 */
export async function readShopPast(
  sql: Sql,
  shopId: string,
  { from, until, horizonDays }: Range,
): Promise<ShopPast> {
  const inCurrency = inShopCurrency(shopId, Prisma.sql`o`);
  const isInRange = Prisma.sql`"confirmedAt" > ${toIso(from)}::timestamptz AND "confirmedAt" <= ${toIso(until)}::timestamptz`;
  const days = (until - from) / DAY_MS;
  const [past] = await sql.$queryRaw<ReadonlyArray<ShopPast>>`
    WITH first AS (
      SELECT DISTINCT ON ("personId") "personId", "confirmedAt", "orderId" FROM "Order" o
      WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL AND ${inCurrency} AND ${isInRange}
      ORDER BY "personId", "confirmedAt", "orderId"
    ), spent AS (
      SELECT coalesce((SELECT sum(o."netMinor") FROM "Order" o
        WHERE o."shopId" = ${shopId} AND o."personId" = first."personId" AND o."isPurchase"
          AND ${inCurrency} AND o."confirmedAt" > first."confirmedAt"
          AND o."confirmedAt" < first."confirmedAt" + ${horizonDays} * interval '24 hours'), 0)::float8 AS minor
      FROM first
    )
    SELECT count(*)::int AS customers, coalesce(avg(minor), 0) AS "meanMinor",
      coalesce(stddev_samp(minor), 0) AS "deviationMinor", count(*) / ${days}::float8 AS "customersPerDay",
      (SELECT count(*) FROM "Order" WHERE "shopId" = ${shopId} AND "isPurchase" AND ${isInRange}) / ${days}::float8
        AS "ordersPerDay"
    FROM spent`;
  if (!past) throw new Error(`${shopId}: its past was not read`);
  return past;
}
