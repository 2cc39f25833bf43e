import type { PrismaClient } from '@prisma/client';
import { layOutBaskets, type Basket } from '#core/affinity/index-baskets';
import type { PairingRow } from '#core/affinity/pairing';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { createPairingCache, storedGrade } from './pairing-cache';
import { lockPairings } from './lock';
import { withinShop, type Sql } from './within-shop';

const ROWS_PER_INSERT = 500;

export function pairingMethods(
  prisma: PrismaClient,
): Pick<Store, 'minedBaskets' | 'replacePairings' | 'pairingRows'> {
  const cache = createPairingCache(prisma);
  return {
    minedBaskets: (shopId, from, to) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<Basket>>`
          SELECT p.number AS person, o.basket AS products
          FROM "Order" o JOIN "Person" p ON p."shopId" = o."shopId" AND p."personId" = o."personId"
          WHERE o."shopId" = ${shopId} AND o."confirmedAt" >= ${toIso(from)}::timestamptz
            AND o."confirmedAt" < ${toIso(to)}::timestamptz AND cardinality(o.basket) > 0
          ORDER BY p.number, o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C"`;
        return { baskets: layOutBaskets(rows) };
      }),

    replacePairings: async (shopId, mining, now) => {
      const minedAt = await withinShop(prisma, shopId, async (sql) => {
        const { table, rows } = mining;
        const pairs = rows.reduce((sum, row) => sum + row.consequents.length, 0);
        await lockPairings(sql, shopId, table);
        const [mined] = await sql.$queryRaw<ReadonlyArray<{ readonly minedAt: string }>>`
          INSERT INTO "PairingMining" ("shopId", "table", "windowFrom", "windowTo", "minedAt", orders, "allBuyers", pairs)
          VALUES (${shopId}, ${table}, ${toIso(mining.windowFrom)}::timestamptz, ${toIso(mining.windowTo)}::timestamptz,
            ${toIso(now)}::timestamptz, ${mining.orders}, ${mining.allBuyers}, ${pairs})
          ON CONFLICT ("shopId", "table") DO UPDATE SET "windowFrom" = excluded."windowFrom",
            "windowTo" = excluded."windowTo", "minedAt" = excluded."minedAt", orders = excluded.orders,
            "allBuyers" = excluded."allBuyers", pairs = excluded.pairs
          RETURNING "minedAt"::text AS "minedAt"`;
        await sql.$executeRaw`DELETE FROM "PairingRow" WHERE "shopId" = ${shopId} AND "table" = ${table}`;
        for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
          await insertRows(sql, shopId, table, rows.slice(start, start + ROWS_PER_INSERT));
        }
        return mined?.minedAt ?? null;
      });
      if (minedAt !== null) cache.remember(shopId, minedAt, mining);
    },

    pairingRows: (shopId, table, numbers) => cache.rows(shopId, table, numbers),
  };
}

/** Columns travel as array literals: the cheapest text that the server reads without building a document of it. */
async function insertRows(
  sql: Sql,
  shopId: string,
  table: string,
  rows: ReadonlyArray<PairingRow>,
): Promise<void> {
  const literal = (numbers: ReadonlyArray<number>) => `{${numbers.join(',')}}`;
  await sql.$executeRaw`
    INSERT INTO "PairingRow" ("shopId", "table", antecedent, buyers, consequents, support, "consequentBuyers", grades)
    SELECT ${shopId}, ${table}, r.antecedent, r.buyers, r.consequents::int[], r.support::int[],
      r."consequentBuyers"::int[], r.grades::int[]
    FROM unnest(
      ${rows.map((row) => row.antecedent)}::int[], ${rows.map((row) => row.buyers)}::int[],
      ${rows.map((row) => literal(row.consequents))}::text[], ${rows.map((row) => literal(row.support))}::text[],
      ${rows.map((row) => literal(row.consequentBuyers))}::text[],
      ${rows.map((row) => literal(row.grades.map((grade) => storedGrade(grade))))}::text[]
    ) AS r(antecedent, buyers, consequents, support, "consequentBuyers", grades)`;
}
