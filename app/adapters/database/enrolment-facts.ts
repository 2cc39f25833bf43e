import { Prisma, type PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import type { EnrolmentFacts } from '#flows/records';
import { readShop } from './shop-row';
import { atOnceWithinShop, type Sql } from './within-shop';

type FactsRow = Omit<EnrolmentFacts, 'shop'>;

/** Two statements, whatever the person's history. */
export function enrolmentFactsMethods(prisma: PrismaClient): Pick<Store, 'enrolmentFacts'> {
  return {
    enrolmentFacts: (shopId, orderId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [shop, [row]] = await Promise.all([readShop(sql, shopId), readFacts(sql, shopId, orderId)]);
        return shop && row ? { ...row, shop } : null;
      }),
  };
}

function readFacts(sql: Sql, shopId: string, orderId: string): Promise<ReadonlyArray<FactsRow>> {
  return sql.$queryRaw<ReadonlyArray<FactsRow>>`
          SELECT o."personId", coalesce(p.arm, ${armOfWhoSharesAnAddress(shopId)}) AS arm,
            EXISTS (SELECT FROM "Decision" d
              WHERE d."shopId" = ${shopId} AND d."orderId" = ${orderId} AND d."touchId" IS NULL)
              OR EXISTS (SELECT FROM "Enrolment" e
              WHERE e."shopId" = ${shopId} AND e."orderId" = ${orderId}) AS "isDecided",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('orderId', b."orderId",
                'confirmedAt', instant_ms(b."confirmedAt"), 'currency', b.currency, 'netMinor', b."netMinor",
                'valueMinor', b."valueMinor")
                ORDER BY b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C"), '[]')
              FROM "Order" b WHERE b."shopId" = ${shopId} AND b."personId" = o."personId" AND b."isPurchase"
                AND b."confirmedAt" IS NOT NULL) AS purchases,
            ARRAY(SELECT DISTINCT s.kind FROM "Suppression" s
              WHERE s."shopId" = ${shopId} AND s."emailHash" IN (o."emailHash", p."emailHash")) AS suppressions,
            (SELECT jsonb_build_object('enrolmentId', e."enrolmentId", 'orderId', e."orderId",
                'confirmedAt', instant_ms(e."confirmedAt"), 'offeredProducts', coalesce((
                  SELECT jsonb_agg(t."productId" ORDER BY t."touchNumber") FROM "Touch" t
                  WHERE t."shopId" = ${shopId} AND t."enrolmentId" = e."enrolmentId" AND t."productId" IS NOT NULL
                    AND t.state IN ('accepted', 'withheld')), '[]'))
              FROM "Enrolment" e
              WHERE e."shopId" = ${shopId} AND e."personId" = o."personId" AND e."isLive") AS running,
            (SELECT s."valueBorders"::float8[] FROM "Shop" s WHERE s."shopId" = ${shopId}) AS "valueBordersMinor"
          FROM "Order" o LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = o."personId"
          WHERE o."shopId" = ${shopId} AND o."orderId" = ${orderId}`;
}

/**
 * Of somebody without an arm: that of whoever gave one of the same addresses and was drawn first. Both may be one, or
 * friends: nobody can tell, and an address of somebody held out gets no e-mail by another name (F26).
 */
function armOfWhoSharesAnAddress(shopId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT other.arm FROM "Order" own
    JOIN "Order" shared ON shared."shopId" = ${shopId} AND shared."emailHash" = own."emailHash"
    JOIN "Person" other ON other."shopId" = ${shopId} AND other."personId" = shared."personId"
    WHERE own."shopId" = ${shopId} AND own."personId" = o."personId" AND other."personId" <> o."personId"
      AND other.arm IS NOT NULL
    ORDER BY other."armAssignedAt" LIMIT 1)`;
}
