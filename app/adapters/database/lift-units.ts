import { Prisma } from '@prisma/client';
import type { OutcomeOrder } from '#core/lift/outcome';
import type { Refund } from '#core/order/order';
import { settleRefunds } from '#core/order/settle-refunds';
import type { LiftUnit } from '#flows/records';
import type { Sql } from './within-shop';

type KeptOrder = Omit<OutcomeOrder, 'refunds'> & {
  readonly refundedMinor: number;
  readonly refunds: ReadonlyArray<Refund> | null; // null: cancelled, or read when their times were not kept
};
type KeptUnit = Omit<LiftUnit, 'enrolledAt' | 'orders'> & {
  readonly enrolledAt: Date;
  readonly orders: ReadonlyArray<KeptOrder>;
};

/**
 * Everybody who ever had an arm, by intention to treat, from their first enrolment on; without those who turned out to
 * be of both arms. The trigger order belongs to its unit whatever became of it, and whosever it is
 * said to be now; after it count purchases, each
 * until it was given back.
 * In: shop, whom (null: all).
 */
export async function readUnits(
  sql: Sql,
  shopId: string,
  personIds: ReadonlyArray<string> | null,
): Promise<ReadonlyArray<LiftUnit>> {
  const whom =
    personIds === null ? Prisma.sql`true` : Prisma.sql`e."personId" = ANY(${[...personIds]}::text[])`;
  const rows = await sql.$queryRaw<ReadonlyArray<KeptUnit>>`
    WITH first AS (
      SELECT DISTINCT ON (e."personId") e."personId", p.arm, e.segments, e."enrolledAt", e."orderId", e."confirmedAt",
        e."settingsVersion"
      FROM "Enrolment" e JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = e."personId"
      WHERE e."shopId" = ${shopId} AND ${whom} AND p.arm IS NOT NULL AND NOT p."isOfBothArms"
      ORDER BY e."personId", e."enrolledAt", e."confirmedAt", e."enrolmentId"
    ), periods AS (${periodsOf(shopId)})
    SELECT first."personId", first.arm, coalesce(periods.period, 0) AS period, first.segments, first."enrolledAt",
      first."orderId" AS "triggerOrderId",
      (SELECT jsonb_build_object('product', b.number, 'offeredAt', instant_ms(t."sentAt"))
        FROM "Touch" t JOIN "Product" b ON b."shopId" = ${shopId} AND b."productId" = t."productId"
        WHERE t."shopId" = ${shopId} AND t."personId" = first."personId" AND t."sentAt" IS NOT NULL
          AND t.state IN ('accepted', 'withheld')
        ORDER BY t."sentAt", t."touchId" LIMIT 1) AS "firstOffer",
      jsonb_agg(jsonb_build_object('orderId', o."orderId", 'createdAt', instant_ms(o."confirmedAt"),
        'cancelledAt', NULL, 'subtotalMinor', o."valueMinor", 'products', o.owned,
        'refundedMinor', o."valueMinor" - o."netMinor", 'refunds',
        CASE WHEN o."netMinor" < o."valueMinor" AND o."cancelledAt" IS NULL THEN o."order" -> 'refunds' END)
        ORDER BY o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C") AS orders
    FROM first LEFT JOIN periods ON periods.version = first."settingsVersion"
    JOIN "Order" o ON o."shopId" = ${shopId} AND (o."orderId" = first."orderId" OR (o."personId" = first."personId"
      AND o."confirmedAt" >= first."confirmedAt" AND (o."isPurchase" OR o."isGivenBack")))
    GROUP BY first."personId", first.arm, periods.period, first.segments, first."enrolledAt", first."orderId"
    ORDER BY first."enrolledAt", first."personId"`;
  return rows.map(({ enrolledAt, orders, ...row }) => ({
    ...row,
    enrolledAt: enrolledAt.getTime(),
    orders: orders.map(withSettledRefunds),
  }));
}

/** A cancelled order earned nothing on any day, so that all of it is taken off from the beginning. */
function withSettledRefunds({ refundedMinor, refunds, ...order }: KeptOrder): OutcomeOrder {
  return { ...order, refunds: settleRefunds(refunds ?? [], refundedMinor, order.createdAt) };
}

/** For every settings version the one that began its experiment period: the last to change the holdout's share or salt. */
function periodsOf(shopId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT version, max(version) FILTER (WHERE drawn IS DISTINCT FROM before) OVER (ORDER BY version) AS period
    FROM (
      SELECT version, drawn, lag(drawn) OVER (ORDER BY version) AS before
      FROM (
        SELECT version, jsonb_build_array(settings -> 'holdoutPercent', settings -> 'experimentSalt') AS drawn
        FROM "SettingsVersion" WHERE "shopId" = ${shopId}
      ) v
    ) w`;
}
