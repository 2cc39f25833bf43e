import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { DataRequest, PrivacyStore } from '#flows/ports/privacy-store';
import { atOnceWithinShop } from './within-shop';

export function dataRequestMethods(
  prisma: PrismaClient,
): Pick<PrivacyStore, 'noteDataRequest' | 'openDataRequests' | 'answerDataRequests'> {
  return {
    noteDataRequest: (shopId, customerId, at) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          INSERT INTO "DataRequest" ("shopId", "customerId", "requestedAt")
          VALUES (${shopId}, ${customerId}, ${toIso(at)}::timestamptz) ON CONFLICT DO NOTHING`;
      }),

    openDataRequests: (shopId) =>
      atOnceWithinShop(
        prisma,
        shopId,
        (sql) => sql.$queryRaw<ReadonlyArray<DataRequest>>`
          SELECT "customerId", instant_ms(min("requestedAt"))::float8 AS "requestedAt" FROM "DataRequest"
          WHERE "shopId" = ${shopId} AND "answeredAt" IS NULL GROUP BY "customerId" ORDER BY 2, 1`,
      ),

    answerDataRequests: (shopId, customerIds, at) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          UPDATE "DataRequest" SET "answeredAt" = ${toIso(at)}::timestamptz
          WHERE "shopId" = ${shopId} AND "answeredAt" IS NULL AND "customerId" = ANY(${[...customerIds]}::text[])`;
      }),
  };
}
