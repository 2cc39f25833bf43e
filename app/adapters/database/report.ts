import { Prisma, type PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import type { FunnelCounts, ReportSlice, ReportStore, TouchTally } from '#flows/ports/report-store';
import { countCreditedElsewhere, IS_CREDITABLE, readCreditedOrders } from './credited-orders';
import { readAttributedToAnalysed } from './attributed-to-analysed';
import { during, ofSegment } from './report-slice';
import { hasOtherCurrencies, inOtherCurrency, inShopCurrency } from './shop-currency';
import { atOnceWithinShop, withinShop, type Sql } from './within-shop';

export function reportMethods(
  prisma: PrismaClient,
): Pick<Store, Exclude<keyof ReportStore, 'subscriptionCounts'>> {
  return {
    touchTallies: (shopId, slice) => withinShop(prisma, shopId, (sql) => readTallies(sql, shopId, slice)),
    creditedOrders: (shopId, slice) =>
      atOnceWithinShop(prisma, shopId, (sql) => readCreditedOrders(sql, shopId, slice)),
    creditedInOtherCurrency: (shopId, slice) =>
      atOnceWithinShop(prisma, shopId, (sql) => countCreditedElsewhere(sql, shopId, slice)),
    attributedToAnalysed: (shopId, slice) =>
      atOnceWithinShop(prisma, shopId, (sql) => readAttributedToAnalysed(sql, shopId, slice)),
    funnelCounts: (shopId, slice) =>
      atOnceWithinShop(prisma, shopId, (sql) => readFunnel(sql, shopId, slice)),

    suppressedTouches: (shopId, slice) =>
      readCount(
        prisma,
        shopId,
        Prisma.sql`
        SELECT count(*)::int AS n FROM "Touch" t
        JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
        WHERE t."shopId" = ${shopId} AND t.state IN ('skipped', 'exited') AND e.arm = 'treatment'
          AND ${during(Prisma.sql`t."decidedAt"`, slice)} AND ${ofSegment(slice)}`,
      ),

    peopleLost: (shopId, slice) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [lost] = await sql.$queryRaw<
          ReadonlyArray<{ readonly unsubscribed: number; readonly complained: number }>
        >`
          SELECT count(DISTINCT s."emailHash") FILTER (WHERE s.kind = 'unsubscribed')::int AS unsubscribed,
            count(DISTINCT s."emailHash") FILTER (WHERE s.kind = 'complaint')::int AS complained
          FROM "Suppression" s
          WHERE s."shopId" = ${shopId} AND s.kind IN ('unsubscribed', 'complaint')
            AND s.source NOT IN ('hand', 'import', 'activity', 'erasure') AND ${during(Prisma.sql`s.at`, slice)}
            AND EXISTS (SELECT FROM "Touch" t
              JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
              WHERE t."shopId" = ${shopId} AND t.state = 'accepted' AND t."emailHash" = s."emailHash"
                AND t."sentAt" <= s.at AND ${during(Prisma.sql`t."sentAt"`, slice)} AND ${ofSegment(slice)})`;
        return lost ?? { unsubscribed: 0, complained: 0 };
      }),

    hasDeliveryReports: async (shopId) =>
      (await readCount(
        prisma,
        shopId,
        Prisma.sql`
        SELECT count(*)::int AS n FROM (SELECT FROM "EmailEvent"
          WHERE "shopId" = ${shopId} AND kind NOT IN ('click', 'unsubscribe') LIMIT 1) AS told`,
      )) > 0,

    heldOutEmails: (shopId) =>
      readCount(
        prisma,
        shopId,
        Prisma.sql`
        SELECT count(*)::int AS n FROM "Touch" t
        JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
        LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = t."personId"
        WHERE t."shopId" = ${shopId} AND t.state IN ('sending', 'accepted', 'ambiguous')
          AND coalesce(p.arm, e.arm) = 'holdout'
          AND NOT (p."isOfBothArms" AND e.arm = 'treatment')`, // sent before they turned out to be held out as well
      ),

    ordersOfSegment: (shopId, segment) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly orderId: string }>>`
          SELECT "orderId" FROM "Enrolment" WHERE "shopId" = ${shopId} AND ${segment} = ANY(segments)`;
        return new Set(rows.map(({ orderId }) => orderId));
      }),

    usedSegments: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly segment: string }>>`
          SELECT DISTINCT unnest(segments) AS segment FROM "Enrolment" WHERE "shopId" = ${shopId} ORDER BY segment`;
        return rows.map(({ segment }) => segment);
      }),
  };
}

async function readCount(prisma: PrismaClient, shopId: string, query: Prisma.Sql): Promise<number> {
  const [row] = await atOnceWithinShop(prisma, shopId, (sql) =>
    sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>(query),
  );
  return row?.n ?? 0;
}

/** What people did with each e-mail, and what they bought after clicking it last: once per e-mail. */
function answersOf(shopId: string): Prisma.Sql {
  return Prisma.sql`
    answers AS (
      SELECT "touchId", bool_or(kind IN ('delivered', 'open', 'click')) AS delivered,
        bool_or(kind = 'open' AND NOT "isMachine") AS opened, bool_or(kind = 'open' AND "isMachine") AS "machineOpened",
        bool_or(kind = 'click' AND NOT "isMachine") AS clicked
      FROM "EmailEvent" WHERE "shopId" = ${shopId} GROUP BY "touchId"
    ), credited AS (
      SELECT c."touchId", sum(o."netMinor") FILTER (WHERE ${inShopCurrency(shopId, Prisma.sql`o`)}) AS revenue
      FROM "Credit" c
      JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = c."orderId"
      WHERE c."shopId" = ${shopId} AND c."isLast" AND ${IS_CREDITABLE} GROUP BY c."touchId"
    )`;
}

async function readTallies(sql: Sql, shopId: string, slice: ReportSlice): Promise<ReadonlyArray<TouchTally>> {
  // An e-mail about an order in another currency brings money in another one: it counts as an e-mail, not as one without.
  const [elsewhere, isPriced] = (await hasOtherCurrencies(sql, shopId))
    ? [
        Prisma.sql`LEFT JOIN "Order" x ON x."shopId" = ${shopId} AND x."orderId" = t."orderId"
          AND ${inOtherCurrency(shopId, Prisma.sql`x`)}`,
        Prisma.sql`x."orderId" IS NULL`,
      ]
    : [Prisma.empty, Prisma.sql`true`];
  return sql.$queryRaw<ReadonlyArray<TouchTally>>`
    WITH ${answersOf(shopId)}
    SELECT t."touchNumber", count(*)::int AS sent, count(*) FILTER (WHERE a.delivered)::int AS delivered,
      count(*) FILTER (WHERE a.opened)::int AS opened,
      count(*) FILTER (WHERE a."machineOpened" AND NOT a.opened)::int AS "machineOnly",
      count(*) FILTER (WHERE a.clicked)::int AS clicked, count(c."touchId")::int AS bought,
      count(*) FILTER (WHERE ${isPriced})::int AS priced,
      count(c.revenue) FILTER (WHERE ${isPriced})::int AS paid,
      coalesce(sum(c.revenue) FILTER (WHERE ${isPriced}), 0)::float8 AS "revenueMinor",
      coalesce(sum(c.revenue * c.revenue) FILTER (WHERE ${isPriced}), 0)::float8 AS "revenueSquares"
    FROM "Touch" t
    JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
    LEFT JOIN answers a ON a."touchId" = t."touchId"
    LEFT JOIN credited c ON c."touchId" = t."touchId"
    ${elsewhere}
    WHERE t."shopId" = ${shopId} AND t.state = 'accepted'
      AND ${during(Prisma.sql`t."sentAt"`, slice)} AND ${ofSegment(slice)}
    GROUP BY t."touchNumber" ORDER BY t."touchNumber"`;
}

async function readFunnel(sql: Sql, shopId: string, slice: ReportSlice): Promise<FunnelCounts> {
  const [[decided], [counts]] = await Promise.all([
    sql.$queryRaw<ReadonlyArray<{ readonly orders: number }>>`
      SELECT count(*)::int AS orders FROM "Decision" d
      WHERE d."shopId" = ${shopId} AND d."touchId" IS NULL AND d.reason IS DISTINCT FROM 'backfill'
        AND ${during(Prisma.sql`d."decidedAt"`, slice)}`,
    sql.$queryRaw<ReadonlyArray<Omit<FunnelCounts, 'orders'>>>`
      WITH ${answersOf(shopId)}, enrolled AS (
        SELECT e."enrolmentId", e.arm FROM "Enrolment" e
        WHERE e."shopId" = ${shopId} AND ${during(Prisma.sql`e."enrolledAt"`, slice)} AND ${ofSegment(slice)}
      )
      SELECT count(DISTINCT e."enrolmentId")::int AS enrolled,
        count(DISTINCT e."enrolmentId") FILTER (WHERE e.arm = 'treatment')::int AS "enrolledEmailed",
        count(t."touchId") FILTER (WHERE e.arm = 'treatment')::int AS planned,
        count(*) FILTER (WHERE t.state = 'accepted')::int AS sent,
        count(*) FILTER (WHERE t.state = 'accepted' AND a.clicked)::int AS clicked,
        count(*) FILTER (WHERE t.state = 'accepted' AND c."touchId" IS NOT NULL)::int AS bought
      FROM enrolled e
      LEFT JOIN "Touch" t ON t."shopId" = ${shopId} AND t."enrolmentId" = e."enrolmentId"
      LEFT JOIN answers a ON a."touchId" = t."touchId"
      LEFT JOIN credited c ON c."touchId" = t."touchId"`,
  ]);
  if (!counts || !decided) throw new Error(`${shopId}: the funnel was not counted`);
  return { ...counts, orders: slice.segment === null ? decided.orders : null };
}
