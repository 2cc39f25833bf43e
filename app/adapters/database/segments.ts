import type { PrismaClient } from '@prisma/client';
import { DAY_MS, toIso } from '#core/shared/time';
import type { SegmentSizes, SegmentStore } from '#flows/ports/segment-store';
import { withinShop } from './within-shop';

const YEAR_MS = 365 * DAY_MS;

export function segmentMethods(prisma: PrismaClient): SegmentStore {
  return {
    // The rules of core/segments/match-segments over every person at once. Loyalty hangs on a tag of Shopify's customer,
    // which is read when it is needed and not kept, so that it cannot be counted here.
    segmentSizes: (shopId, settings, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const [sizes] = await sql.$queryRaw<ReadonlyArray<SegmentSizes>>`
          WITH person AS (
            SELECT count(*) AS orders, avg("valueMinor") FILTER (
                WHERE "confirmedAt" > ${toIso(now - YEAR_MS)}::timestamptz) AS mean
            FROM "Order"
            WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL
              AND "confirmedAt" <= ${toIso(now)}::timestamptz
            GROUP BY "personId"
          ), border AS (
            SELECT "highAovFrom"::float8 AS minor FROM "Shop" WHERE "shopId" = ${shopId}
          )
          SELECT count(*)::int AS people,
            (SELECT minor FROM border) AS "highAovFromMinor",
            CASE WHEN (SELECT minor FROM border) IS NULL THEN NULL
              ELSE (count(*) FILTER (WHERE mean >= (SELECT minor FROM border)))::int END AS "highAov",
            (count(*) FILTER (WHERE orders >= ${settings.repeat.fromOrders}))::int AS repeat,
            (count(*) FILTER (WHERE orders = 1))::int AS "firstTime"
          FROM person`;
        return sizes ?? { people: 0, highAov: null, highAovFromMinor: null, repeat: 0, firstTime: 0 };
      }),
  };
}
