import { Prisma, type PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import type { SubscriptionCounts } from '#flows/ports/report-store';
import { IS_CREDITABLE } from './credited-orders';
import { during, ofSegment } from './report-slice';
import { atOnceWithinShop } from './within-shop';

export function subscriptionCountMethods(prisma: PrismaClient): Pick<Store, 'subscriptionCounts'> {
  return {
    // A gift, a renewal and what went back count as had before; an order that was cancelled does not.
    subscriptionCounts: (shopId, slice) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [counts] = await sql.$queryRaw<ReadonlyArray<SubscriptionCounts>>`
          WITH fell_due AS (
            SELECT t."touchId", e.subscribable IS NULL AS "isUnknown", EXISTS (
              SELECT FROM unnest(e.subscribable) AS bought(number) WHERE NOT EXISTS (
                SELECT FROM "Order" b WHERE b."shopId" = ${shopId} AND b."personId" = e."personId"
                  AND b."confirmedAt" < e."confirmedAt" AND bought.number = ANY(b.owned || b.returned))) AS "isFirst"
            FROM "Touch" t
            JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
            WHERE t."shopId" = ${shopId} AND t."touchNumber" = 3 AND e.arm = 'treatment'
              AND ${during(Prisma.sql`t."firstDueAt"`, slice)} AND ${ofSegment(slice)}
          )
          SELECT count(*) FILTER (WHERE "isFirst")::int AS "firstPurchases",
            count(*) FILTER (WHERE "isFirst" AND EXISTS (
              SELECT FROM "Credit" c JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = c."orderId"
              WHERE c."shopId" = ${shopId} AND c."touchId" = f."touchId" AND c."isLast" AND ${IS_CREDITABLE}
                AND jsonb_path_exists(o."order", '$.lines[*] ? (@.sellingPlanId != null)')))::int AS subscriptions,
            count(*) FILTER (WHERE "isUnknown")::int AS "notKept"
          FROM fell_due f`;
        if (!counts) throw new Error(`${shopId}: subscriptions were not counted`);
        return counts;
      }),
  };
}
