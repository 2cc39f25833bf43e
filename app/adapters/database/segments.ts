import { Prisma, type PrismaClient } from '@prisma/client';
import type { BoughtBefore, ValueBorders } from '#core/segments/customer-facts';
import { toIso } from '#core/shared/time';
import type { LastPurchase, SegmentStore } from '#flows/ports/segment-store';
import { countableRow, type CountableRow } from './segment-conditions';
import { withinShop } from './within-shop';

type SizesRow = { readonly people: number; readonly counts: ReadonlyArray<number>; readonly others: number };

export function segmentMethods(prisma: PrismaClient): Omit<SegmentStore, 'refreshValueBorders'> {
  return {
    segmentSizes: (shopId, rows, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const countable = rows.map((row) => countableRow(row, { shopId, now })).filter((row) => row !== null);
        const isExact = (id: string) => countable.some((row) => row.id === id && !row.isAtMost);
        const on = rows.filter(({ isOn }) => isOn);
        const column = (at: number) => Prisma.raw(`row_${at}`);
        const held = countable.flatMap(({ id }, at) =>
          on.some((row) => row.id === id) && isExact(id) ? [column(at)] : [],
        );
        const [found] = await sql.$queryRaw<ReadonlyArray<SizesRow>>`
          WITH person AS (
            SELECT ${Prisma.join([Prisma.sql`"personId"`, ...countable.map((row, at) => named(row, column(at)))])}
            FROM "Order"
            WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL
              AND "confirmedAt" <= ${toIso(now)}::timestamptz
            GROUP BY "personId"
          )
          SELECT count(*)::int AS people,
            ARRAY[${Prisma.join([Prisma.sql`0`, ...countable.map((_, at) => counted(column(at)))])}]::int[] AS counts,
            (count(*) FILTER (WHERE NOT (${Prisma.join([Prisma.sql`false`, ...held], ' OR ')})))::int AS others
          FROM person`;
        const countOf = (id: string) => {
          const at = countable.findIndex((row) => row.id === id);
          const count = found?.counts[at + 1]; // behind the 0 that keeps the list from being empty
          return at < 0 || count === undefined ? null : { count, isAtMost: !isExact(id) };
        };
        return {
          people: found?.people ?? 0,
          sizes: Object.fromEntries(rows.map(({ id }) => [id, countOf(id)])),
          others: { count: found?.others ?? 0, isAtMost: on.some(({ id }) => !isExact(id)) },
        };
      }),

    valueBorders: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [shop] = await sql.$queryRaw<ReadonlyArray<{ readonly borders: ValueBorders }>>`
          SELECT "valueBorders"::float8[] AS borders FROM "Shop" WHERE "shopId" = ${shopId}`;
        return shop?.borders ?? null;
      }),

    boughtBefore: (shopId, personId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [bought] = await sql.$queryRaw<ReadonlyArray<BoughtBefore>>`
          WITH purchase AS MATERIALIZED (
            SELECT owned, ("order" ->> 'discountUsed')::boolean AS discount FROM "Order"
            WHERE "shopId" = ${shopId} AND "personId" = ${personId} AND "isPurchase"
          ), held AS MATERIALIZED (
            SELECT "productId", product ->> 'category' AS category FROM "Product"
            WHERE "shopId" = ${shopId} AND number IN (SELECT unnest(owned) FROM purchase)
          )
          SELECT ARRAY(SELECT "productId" FROM held ORDER BY 1) AS "productIds",
            ARRAY(SELECT DISTINCT category FROM held WHERE category IS NOT NULL ORDER BY 1) AS categories,
            coalesce((SELECT bool_or(discount) FROM purchase), false) AS "usedDiscount"`;
        return bought ?? { productIds: [], categories: [], usedDiscount: false };
      }),

    lastPurchaseOf: (shopId, emailHash) =>
      withinShop(prisma, shopId, async (sql) => {
        const [last] = await sql.$queryRaw<ReadonlyArray<LastPurchase>>`
          SELECT o."orderId",
            (SELECT jsonb_build_object('orderName', b.name, 'segments', e.segments, 'settingsVersion', e."settingsVersion")
              FROM "Enrolment" e JOIN "Order" b ON b."shopId" = ${shopId} AND b."orderId" = e."orderId"
              WHERE e."shopId" = ${shopId} AND e."personId" = o."personId" AND e."isLive"
                AND EXISTS (SELECT FROM "Touch" t WHERE t."shopId" = ${shopId} AND t."enrolmentId" = e."enrolmentId"
                  AND t.state IN ('due', 'claimed'))) AS running
          FROM "Order" o
          WHERE o."shopId" = ${shopId} AND o."isPurchase" AND o."personId" IN (
            SELECT "personId" FROM "Person" WHERE "shopId" = ${shopId} AND "emailHash" = ${emailHash})
          ORDER BY o."confirmedAt" DESC, length(o."orderId") DESC, o."orderId" COLLATE "C" DESC LIMIT 1`;
        return last ?? null;
      }),
  };
}

function named({ holds }: CountableRow, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${holds} AS ${column}`;
}

function counted(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`count(*) FILTER (WHERE ${column})`;
}
