import type { PrismaClient } from '@prisma/client';
import { DAY_MS, toIso } from '#core/shared/time';
import type { SampleOrder, SequenceLoad, SequenceStore } from '#flows/ports/sequence-store';
import { withinShop } from './within-shop';

const LOAD_MS = 30 * DAY_MS;
const LOOKED_THROUGH = 1500; // newest purchases among which those with an offer are looked for

type SampleRow = Omit<SampleOrder, 'confirmedAt'> & { readonly confirmedAt: Date };

export function sequenceMethods(prisma: PrismaClient): Pick<SequenceStore, 'sequenceLoad' | 'sampleOrders'> {
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
    // Where most orders have no offer, the newest alone would show none.
    sampleOrders: (shopId, limit, boughtId) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<SampleRow>>`
          WITH newest AS MATERIALIZED (
            SELECT "orderId", name, "personId", "confirmedAt",
              row_number() OVER (ORDER BY "confirmedAt" DESC, "orderId" DESC) AS place FROM "Order"
            WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL AND "confirmedAt" IS NOT NULL
              AND (${boughtId}::text IS NULL OR owned && ARRAY(
                SELECT number FROM "Product" WHERE "shopId" = ${shopId} AND "productId" = ${boughtId}))
            ORDER BY "confirmedAt" DESC, "orderId" DESC LIMIT ${LOOKED_THROUGH}
          ), offer AS MATERIALIZED (
            SELECT n."orderId", t."touchNumber",
              row_number() OVER (PARTITION BY t."touchNumber" ORDER BY n.place) AS place
            FROM newest n JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."orderId" = n."orderId"
              JOIN "Touch" t ON t."shopId" = ${shopId} AND t."enrolmentId" = e."enrolmentId"
            WHERE t."productId" IS NOT NULL
          ), recent AS MATERIALIZED (
            SELECT "orderId", name, "personId", "confirmedAt" FROM newest
            WHERE place <= ${limit} OR "orderId" IN (SELECT "orderId" FROM offer WHERE place <= ${limit} / 2)
          )
          SELECT o.*,
            ARRAY(SELECT f."touchNumber" FROM offer f WHERE f."orderId" = o."orderId" ORDER BY 1) AS offered,
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
