import { Prisma } from '@prisma/client';
import type { OutcomeOrder } from '#core/lift/outcome';
import type { Refund } from '#core/order/order';
import { settleRefunds } from '#core/order/settle-refunds';
import type { Arm } from '#core/decide/trace';
import type { LiftUnit } from '#flows/records';
import { inShopCurrency } from './shop-currency';
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
 * Everybody who ever had an arm, by intention to treat, from their first enrolment on; those who turned out to be of both
 * arms are named as such. The trigger order belongs to its unit whatever became of it, and whosever it is said to be now;
 * after it count purchases, each until it was given back. All of it in the shop's present currency (C78).
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
    WITH first AS (${firstEnrolments(shopId, whom)}), periods AS (${periodsOf(shopId)})
    SELECT first."personId", first.arm, first."isOfBothArms", coalesce(periods.period, 0) AS period, first.segments, first."enrolledAt",
      first."orderId" AS "triggerOrderId",
      (SELECT jsonb_build_object('product', b.number, 'offeredAt', instant_ms(t."sentAt"))
        FROM "Touch" t JOIN "Product" b ON b."shopId" = ${shopId} AND b."productId" = t."productId"
        WHERE t."shopId" = ${shopId} AND t."personId" = first."personId" AND t."sentAt" IS NOT NULL
          AND t.state IN ('accepted', 'withheld')
        ORDER BY t."sentAt", t."touchId" LIMIT 1) AS "firstOffer",
      first.arm = 'holdout' AND EXISTS (SELECT FROM "Touch" t WHERE t."shopId" = ${shopId}
        AND t."personId" = first."personId" AND t.state IN ('sending', 'accepted', 'ambiguous')) AS "isMailed",
      (SELECT coalesce(jsonb_agg(instant_ms(b."confirmedAt")), '[]') FROM "Order" b WHERE first.arm = 'holdout'
        AND b."shopId" = ${shopId} AND b."personId" = first."personId" AND b."touchToken" IS NOT NULL
        AND b."confirmedAt" IS NOT NULL) AS "linkedAt",
      jsonb_agg(jsonb_build_object('orderId', o."orderId", 'createdAt', instant_ms(o."confirmedAt"),
        'cancelledAt', NULL, 'subtotalMinor', o."valueMinor", 'products', o.owned,
        'refundedMinor', o."valueMinor" - o."netMinor", 'refunds',
        CASE WHEN o."netMinor" < o."valueMinor" AND o."cancelledAt" IS NULL THEN o."order" -> 'refunds' END)
        ORDER BY o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C") AS orders
    FROM first LEFT JOIN periods ON periods.version = first."settingsVersion"
    JOIN "Order" o ON o."shopId" = ${shopId} AND (o."orderId" = first."orderId" OR (o."personId" = first."personId"
      AND o."confirmedAt" >= first."confirmedAt" AND (o."isPurchase" OR o."isGivenBack")
      AND ${inShopCurrency(shopId, Prisma.sql`o`)}))
    GROUP BY first."personId", first.arm, first."isOfBothArms", periods.period, first.segments, first."enrolledAt", first."orderId"
    ORDER BY first."enrolledAt", first."personId"`;
  return rows.map(({ enrolledAt, orders, ...row }) => ({
    ...row,
    enrolledAt: enrolledAt.getTime(),
    orders: orders.map(withSettledRefunds),
  }));
}

/** People of both arms, by period and the arm that was drawn first: few, so that they are counted when asked for. */
export async function countOfBothArms(
  sql: Sql,
  shopId: string,
  { before, segment }: { readonly before: string; readonly segment: string | null },
): Promise<ReadonlyArray<{ readonly period: number; readonly arm: Arm; readonly n: number }>> {
  return sql.$queryRaw`
    WITH first AS (${firstEnrolments(shopId, Prisma.sql`p."isOfBothArms"`)}), periods AS (${periodsOf(shopId)})
    SELECT coalesce(periods.period, 0) AS period, first.arm, count(*)::int AS n
    FROM first LEFT JOIN periods ON periods.version = first."settingsVersion"
    WHERE first."enrolledAt" < ${before}::timestamptz
      AND ${segment === null ? Prisma.sql`true` : Prisma.sql`${segment} = ANY(first.segments)`}
    GROUP BY 1, 2`;
}

/**
 * The first enrolment of each, where its order is in the shop's present currency. Whoever was enrolled in another one has
 * a window of two currencies, and their first enrolment since is no random draw: e-mails had a part in who came back.
 */
function firstEnrolments(shopId: string, whom: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT f.* FROM (
      SELECT DISTINCT ON (e."personId") e."personId", p.arm, p."isOfBothArms", e.segments, e."enrolledAt", e."orderId",
        e."confirmedAt", e."settingsVersion"
      FROM "Enrolment" e JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = e."personId"
      WHERE e."shopId" = ${shopId} AND ${whom} AND p.arm IS NOT NULL
      ORDER BY e."personId", e."enrolledAt", e."confirmedAt", e."enrolmentId"
    ) f
    JOIN "Order" b ON b."shopId" = ${shopId} AND b."orderId" = f."orderId" AND ${inShopCurrency(shopId, Prisma.sql`b`)}`;
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
