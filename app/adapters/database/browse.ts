import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { BrowseStore } from '#flows/ports/browse-store';
import { atOnceWithinShop, withinShop } from './within-shop';

export function browseMethods(prisma: PrismaClient): BrowseStore {
  return {
    // Never assigns a product number: whoever sends made-up ids writes nothing.
    noteProductView: (shopId, visitorHash, productId, at) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          INSERT INTO "ProductView" ("shopId", "visitorHash", "productNumber", "seenOn", "seenAt")
          SELECT "shopId", ${visitorHash}, number, (${toIso(at)}::timestamptz AT TIME ZONE 'UTC')::date,
            ${toIso(at)}::timestamptz
          FROM "Product" WHERE "shopId" = ${shopId} AND "productId" = ${productId} AND product IS NOT NULL
          ON CONFLICT DO NOTHING`;
      }),

    noteVisitorOrder: (shopId, visitorHash, orderId, at) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          INSERT INTO "VisitorOrder" ("shopId", "orderId", "visitorHash", "orderedAt")
          SELECT ${shopId}, ${orderId}, ${visitorHash}, ${toIso(at)}::timestamptz
          WHERE EXISTS (SELECT FROM "ProductView" WHERE "shopId" = ${shopId} AND "visitorHash" = ${visitorHash})
          ON CONFLICT DO NOTHING`;
      }),

    forgetProductViews: (shopId, { seenBefore, orderedBefore, leadMs }) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          DELETE FROM "VisitorOrder"
          WHERE "shopId" = ${shopId} AND "orderedAt" < ${toIso(orderedBefore)}::timestamptz`;
        return sql.$executeRaw`
          DELETE FROM "ProductView" v
          WHERE v."shopId" = ${shopId} AND v."seenAt" < ${toIso(seenBefore)}::timestamptz
            AND NOT EXISTS (SELECT FROM "VisitorOrder" j
              WHERE j."shopId" = ${shopId} AND j."visitorHash" = v."visitorHash"
                AND j."orderedAt" BETWEEN v."seenAt" AND v."seenAt" + ${leadMs} * interval '1 millisecond')`;
      }),
  };
}
