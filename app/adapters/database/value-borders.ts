import { Prisma, type PrismaClient } from '@prisma/client';
import { SEGMENT_RANGES } from '#core/segments/own-segment';
import { toIso, YEAR_MS } from '#core/shared/time';
import type { SegmentStore } from '#flows/ports/segment-store';
import { inShopCurrency } from './shop-currency';
import { withinShop } from './within-shop';

const LEAST_CUSTOMERS = 20;
const [, WIDEST_PERCENT] = SEGMENT_RANGES.mean_order_value;

export function valueBorderMethods(prisma: PrismaClient): Pick<SegmentStore, 'refreshValueBorders'> {
  return {
    // The smallest mean order value among the top 1 %, 2 % ... of customers, all in one look at them: whatever share a
    // segment asks for, its border is there at once. Rounded down, so that whoever draws the border is inside of it.
    refreshValueBorders: (shopId, now) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          WITH mean AS (
            SELECT floor(avg("valueMinor")) AS value FROM "Order" o
            WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL
              AND ${inShopCurrency(shopId, Prisma.sql`o`)}
              AND "confirmedAt" > ${toIso(now - YEAR_MS)}::timestamptz AND "confirmedAt" <= ${toIso(now)}::timestamptz
            GROUP BY "personId"
          )
          UPDATE "Shop" SET "valueBorders" = (
            SELECT CASE WHEN count(*) < ${LEAST_CUSTOMERS} THEN NULL
              ELSE (percentile_disc(ARRAY(SELECT n / 100::float8 FROM generate_series(1, ${WIDEST_PERCENT}::int) n))
                WITHIN GROUP (ORDER BY value DESC))::bigint[] END
            FROM mean)
          WHERE "shopId" = ${shopId}`;
      }),
  };
}
