import { Prisma } from '@prisma/client';
import type { LiftSlice, OtherCurrency } from '#flows/ports/lift-store';
import { endOfFinished, whom } from './outcome-sums';
import { hasOtherCurrencies, inOtherCurrency } from './shop-currency';
import type { Sql } from './within-shop';

/** Of customers of the experiment, from their first order in it on: what a lift would hold if money were of one kind. */
export async function readOtherCurrencies(sql: Sql, shopId: string): Promise<ReadonlyArray<OtherCurrency>> {
  if (!(await hasOtherCurrencies(sql, shopId))) return [];
  const rows = await sql.$queryRaw<ReadonlyArray<Omit<OtherCurrency, 'lastAt'> & { readonly lastAt: Date }>>`
    WITH first AS MATERIALIZED (
      SELECT DISTINCT ON ("personId") "personId", "orderId", "confirmedAt" FROM "Enrolment" WHERE "shopId" = ${shopId}
      ORDER BY "personId", "enrolledAt", "confirmedAt", "enrolmentId"
    )
    SELECT o.currency, count(*)::int AS orders, count(*) FILTER (WHERE o."orderId" = f."orderId")::int AS customers,
      max(o."confirmedAt") AS "lastAt"
    FROM "Order" o JOIN first f ON f."personId" = o."personId"
    WHERE o."shopId" = ${shopId} AND ${inOtherCurrency(shopId, Prisma.sql`o`)}
      AND (o."orderId" = f."orderId" OR (o."confirmedAt" >= f."confirmedAt" AND (o."isPurchase" OR o."isGivenBack")))
    GROUP BY o.currency ORDER BY orders DESC, o.currency`;
  return rows.map((row) => ({ ...row, lastAt: row.lastAt.getTime() }));
}

/** Their arm is what was drawn, whatever reached them; an order with our mark came out of a cart that a link opened. */
export async function countReachedHeldOut(sql: Sql, shopId: string, slice: LiftSlice): Promise<number> {
  const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>`
    SELECT count(*)::int AS n FROM "Outcome"
    WHERE ${whom(shopId, slice, endOfFinished(slice))} AND "isReached"`;
  return row?.n ?? 0;
}
