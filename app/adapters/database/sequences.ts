import type { PrismaClient } from '@prisma/client';
import { DAY_MS, toIso } from '#core/shared/time';
import type { SampleOrder, SequenceLoad, SequenceStore } from '#flows/ports/sequence-store';
import { withinShop } from './within-shop';

const LOAD_MS = 30 * DAY_MS;

type SampleRow = Omit<SampleOrder, 'confirmedAt'> & { readonly confirmedAt: Date };

export function sequenceMethods(prisma: PrismaClient): SequenceStore {
  return {
    sequenceLoad: (shopId, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const [load] = await sql.$queryRaw<ReadonlyArray<SequenceLoad>>`
          SELECT
            (SELECT count(*)::int FROM "Order"
              WHERE "shopId" = ${shopId} AND "isPurchase" AND "confirmedAt" > ${toIso(now - LOAD_MS)}::timestamptz
                AND "confirmedAt" <= ${toIso(now)}::timestamptz) AS purchases,
            (SELECT count(*)::int FROM "Touch"
              WHERE "shopId" = ${shopId} AND state IN ('due', 'claimed')) AS "waitingTouches"`;
        return load ?? { purchases: 0, waitingTouches: 0 };
      }),

    // The orders stand apart, so that the rest is looked up for these few and not for the whole shop.
    sampleOrders: (shopId, limit) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<SampleRow>>`
          WITH recent AS MATERIALIZED (
            SELECT "orderId", name, "personId", "confirmedAt" FROM "Order"
            WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL AND "confirmedAt" IS NOT NULL
            ORDER BY "confirmedAt" DESC, "orderId" DESC LIMIT ${limit}
          )
          SELECT o.*,
            (SELECT coalesce(jsonb_object_agg(t."touchNumber", t."touchId"), '{}') FROM "Enrolment" e
              JOIN "Touch" t ON t."shopId" = ${shopId} AND t."enrolmentId" = e."enrolmentId"
              WHERE e."shopId" = ${shopId} AND e."orderId" = o."orderId") AS "touchIds",
            ARRAY(SELECT DISTINCT unnest(b.owned) FROM "Order" b
              WHERE b."shopId" = ${shopId} AND b."personId" = o."personId"
                AND b."confirmedAt" <= o."confirmedAt") AS owned
          FROM recent o ORDER BY o."confirmedAt" DESC, o."orderId" DESC`;
        return rows.map((row) => ({ ...row, confirmedAt: row.confirmedAt.getTime() }));
      }),
  };
}
