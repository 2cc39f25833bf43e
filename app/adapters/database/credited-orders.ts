import { Prisma } from '@prisma/client';
import type { CreditedOrder } from '#core/attribution/tally-credit';
import type { ReportSlice } from '#flows/ports/report-store';
import { instantOf } from './instant';
import { during, ofSegment } from './report-slice';
import { inOtherCurrency, inShopCurrency } from './shop-currency';
import type { Sql } from './within-shop';

/** Whether there is anything to credit in the order `o` as it is now: not cancelled, not given back whole. */
export const IS_CREDITABLE = Prisma.sql`(o."isPurchase" AND o."netMinor" > 0)`;

/** An order belongs to where the e-mail was sent that was clicked last, so that its total is the same for every model. */
export function readCreditedOrders(
  sql: Sql,
  shopId: string,
  slice: ReportSlice,
): Promise<ReadonlyArray<CreditedOrder>> {
  return sql.$queryRaw<ReadonlyArray<CreditedOrder>>`
    SELECT o."orderId", o.name, o."personId",
      ${instantOf(Prisma.sql`coalesce(o."confirmedAt", o."createdAt")`)}::float8 AS "orderedAt",
      o."netMinor"::float8 AS "amountMinor",
      (SELECT jsonb_agg(jsonb_build_object('touchId', k."touchId", 'touchNumber', n."touchNumber",
          'clickedAt', ${instantOf(Prisma.sql`k."clickedAt"`)}) ORDER BY k."clickedAt", k."touchId")
        FROM "Credit" k JOIN "Touch" n ON n."shopId" = ${shopId} AND n."touchId" = k."touchId"
        WHERE k."shopId" = ${shopId} AND k."orderId" = o."orderId") AS touches
    FROM ${creditedBy(shopId, slice)} AND ${inShopCurrency(shopId, Prisma.sql`o`)}
    ORDER BY "orderedAt" DESC, o."orderId" DESC`;
}

export async function countCreditedElsewhere(sql: Sql, shopId: string, slice: ReportSlice): Promise<number> {
  const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>`
    SELECT count(*)::int AS n FROM ${creditedBy(shopId, slice)} AND ${inOtherCurrency(shopId, Prisma.sql`o`)}`;
  return row?.n ?? 0;
}

function creditedBy(shopId: string, slice: ReportSlice): Prisma.Sql {
  return Prisma.sql`"Credit" c
    JOIN "Touch" t ON t."shopId" = ${shopId} AND t."touchId" = c."touchId"
    JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
    JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = c."orderId"
    WHERE c."shopId" = ${shopId} AND c."isLast" AND ${IS_CREDITABLE} AND t.state = 'accepted'
      AND ${during(Prisma.sql`t."sentAt"`, slice)} AND ${ofSegment(slice)}`;
}
