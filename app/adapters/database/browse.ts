import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { BrowseStore } from '#flows/ports/browse-store';
import { atOnceWithinShop, withinShop } from './within-shop';

/**
 * So many rows are deleted in one transaction: about a second. By IN, for a list of ctids would be searched once a row.
 */
const SLICE_ROWS = 50_000;

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

    forgetProductViews: async (shopId, { seenBefore, orderedBefore, leadMs }) => {
      await untilNoneIsLeft(() =>
        withinShop(
          prisma,
          shopId,
          (sql) => sql.$executeRaw`
            DELETE FROM "VisitorOrder" WHERE "shopId" = ${shopId} AND ctid IN (
              SELECT ctid FROM "VisitorOrder"
              WHERE "shopId" = ${shopId} AND "orderedAt" < ${toIso(orderedBefore)}::timestamptz
              LIMIT ${SLICE_ROWS})`,
        ),
      );
      return untilNoneIsLeft(() =>
        withinShop(
          prisma,
          shopId,
          (sql) => sql.$executeRaw`
            DELETE FROM "ProductView" WHERE "shopId" = ${shopId} AND ctid IN (
              SELECT v.ctid FROM "ProductView" v
              WHERE v."shopId" = ${shopId} AND v."seenAt" < ${toIso(seenBefore)}::timestamptz
                AND NOT EXISTS (SELECT FROM "VisitorOrder" j
                  WHERE j."shopId" = ${shopId} AND j."visitorHash" = v."visitorHash"
                    AND j."orderedAt" BETWEEN v."seenAt" AND v."seenAt" + ${leadMs} * interval '1 millisecond')
              LIMIT ${SLICE_ROWS})`,
        ),
      );
    },
  };
}

/** Repeats a deletion of at most a slice until nothing is left. Out: how many rows in all. */
async function untilNoneIsLeft(deleteSlice: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = await deleteSlice();
    total += deleted;
    if (deleted < SLICE_ROWS) return total;
  }
}
