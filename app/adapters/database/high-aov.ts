import type { PrismaClient } from '@prisma/client';
import { DAY_MS, toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { withinShop } from './within-shop';

const LEAST_CUSTOMERS = 20;
const YEAR_MS = 365 * DAY_MS;

export function highAovMethods(prisma: PrismaClient): Pick<Store, 'refreshHighAov'> {
  return {
    // The smallest mean order value among the top share of customers: percentile_disc over the means, highest first.
    refreshHighAov: (shopId, now) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          WITH mean AS (
            SELECT avg("valueMinor") AS value FROM "Order"
            WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL
              AND "confirmedAt" > ${toIso(now - YEAR_MS)}::timestamptz AND "confirmedAt" <= ${toIso(now)}::timestamptz
            GROUP BY "personId"
          ), share AS (
            SELECT coalesce((v.settings #>> '{segments,highAov,topPercent}')::float8, 20) / 100 AS top
            FROM "Shop" s LEFT JOIN "SettingsVersion" v ON v."shopId" = s."shopId" AND v.version = s."settingsVersion"
            WHERE s."shopId" = ${shopId}
          )
          UPDATE "Shop" SET "highAovFrom" = (
            SELECT CASE WHEN count(*) < ${LEAST_CUSTOMERS} THEN NULL
              ELSE percentile_disc((SELECT top FROM share)) WITHIN GROUP (ORDER BY value DESC) END
            FROM mean)
          WHERE "shopId" = ${shopId}`;
      }),
  };
}
