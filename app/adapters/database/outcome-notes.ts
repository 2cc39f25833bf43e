import { DAY_MS } from '#core/shared/time';
import type { LiftSlice, OtherCurrency } from '#flows/ports/lift-store';
import { endOfFinished, whom } from './outcome-sums';
import { hasOtherCurrencies, inOtherCurrency } from './shop-currency';
import { Prisma } from '@prisma/client';
import type { Sql } from './within-shop';

export async function readMixed(sql: Sql, shopId: string): Promise<number> {
  const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>`
    SELECT count(*)::int AS n FROM "Person" WHERE "shopId" = ${shopId} AND "isOfBothArms"`;
  return row?.n ?? 0;
}

/** Of customers of the experiment, from their first order in it on: what a lift would hold if money were of one kind. */
export async function readOtherCurrencies(sql: Sql, shopId: string): Promise<ReadonlyArray<OtherCurrency>> {
  if (!(await hasOtherCurrencies(sql, shopId))) return [];
  const rows = await sql.$queryRaw<ReadonlyArray<Omit<OtherCurrency, 'lastAt'> & { readonly lastAt: Date }>>`
    SELECT o.currency, count(*)::int AS orders, count(*) FILTER (WHERE o."orderId" = f."orderId")::int AS customers,
      max(o."confirmedAt") AS "lastAt"
    FROM "Order" o CROSS JOIN LATERAL (
      SELECT e."orderId", e."confirmedAt" FROM "Enrolment" e
      WHERE e."shopId" = ${shopId} AND (e."personId" = o."personId" OR e."orderId" = o."orderId")
      ORDER BY e."enrolledAt", e."confirmedAt", e."enrolmentId" LIMIT 1
    ) f
    WHERE o."shopId" = ${shopId} AND ${inOtherCurrency(shopId, Prisma.sql`o`)}
      AND o."confirmedAt" >= (SELECT min("confirmedAt") FROM "Enrolment" WHERE "shopId" = ${shopId})
      AND (o."orderId" = f."orderId" OR (o."confirmedAt" >= f."confirmedAt" AND (o."isPurchase" OR o."isGivenBack")))
    GROUP BY o.currency ORDER BY orders DESC, o.currency`;
  return rows.map((row) => ({ ...row, lastAt: row.lastAt.getTime() }));
}

/** Their arm is what was drawn, whatever reached them; an order with our mark came out of a cart that a link opened. */
export async function countReachedHeldOut(sql: Sql, shopId: string, slice: LiftSlice): Promise<number> {
  const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>`
    SELECT count(*)::int AS n
    FROM (SELECT "personId", "enrolledAt" FROM "Outcome"
      WHERE ${whom(shopId, slice, endOfFinished(slice))} AND arm = 'holdout') u
    WHERE EXISTS (SELECT FROM "Touch" t WHERE t."shopId" = ${shopId} AND t."personId" = u."personId"
        AND t.state IN ('sending', 'accepted', 'ambiguous'))
      OR EXISTS (SELECT FROM "Order" o WHERE o."shopId" = ${shopId} AND o."personId" = u."personId"
        AND o."touchToken" IS NOT NULL AND o."confirmedAt" > u."enrolledAt"
        AND o."confirmedAt" < u."enrolledAt" + ${slice.horizonDays * DAY_MS}::float8 * interval '1 millisecond')`;
  return row?.n ?? 0;
}
