import { toIso, DAY_MS } from '#core/shared/time';
import { Prisma } from '@prisma/client';
import type { LiftSlice } from '#flows/ports/lift-store';
import { IS_CREDITABLE } from './credited-orders';
import { inShopCurrency } from './shop-currency';
import type { Sql } from './within-shop';

/** Of the same customers and days as the lift, so that the two can be set against each other. */
export async function readAttributedToAnalysed(
  sql: Sql,
  shopId: string,
  { horizonDays, asOf, segment }: LiftSlice,
): Promise<number> {
  const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly revenueMinor: number }>>`
    SELECT coalesce(sum(o."netMinor"), 0)::float8 AS "revenueMinor"
    FROM "Credit" c
    JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = c."orderId"
    JOIN "Outcome" u ON u."shopId" = ${shopId} AND u."personId" = o."personId" AND u."horizonDays" = ${horizonDays}
    WHERE c."shopId" = ${shopId} AND c."isLast" AND ${IS_CREDITABLE} AND u.arm = 'treatment'
      AND ${inShopCurrency(shopId, Prisma.sql`o`)}
      AND o."confirmedAt" > u."enrolledAt"
      AND o."confirmedAt" < u."enrolledAt" + ${horizonDays * DAY_MS}::float8 * interval '1 millisecond'
      AND u."enrolledAt" <= ${toIso(asOf - horizonDays * DAY_MS)}::timestamptz
      AND ${segment === null ? Prisma.sql`true` : Prisma.sql`${segment} = ANY(u.segments)`}`;
  return row?.revenueMinor ?? 0;
}
