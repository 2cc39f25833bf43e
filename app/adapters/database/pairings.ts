import type { PrismaClient } from '@prisma/client';
import type { PairingRow } from '#core/affinity/pairing';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { createPairingCache, storedGrade } from './pairing-cache';
import { lockPairings } from './lock';
import { parseBaskets, type WrittenBaskets } from './parse-baskets';
import { withinShop, type Sql } from './within-shop';

const ROWS_PER_INSERT = 500;

export function pairingMethods(
  prisma: PrismaClient,
): Pick<Store, 'minedBaskets' | 'replacePairings' | 'pairingRows'> {
  const cache = createPairingCache(prisma);
  return {
    // All orders of a year: one text costs a third of as many rows. The planner, who is not told the shop, expects few, and
    // would look up each person by itself.
    minedBaskets: (shopId, from, to) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '256MB', true),
            set_config('max_parallel_workers_per_gather', '0', true)`;
        const [all] = await sql.$queryRaw<ReadonlyArray<WrittenBaskets>>`
          SELECT count(*)::int AS baskets, coalesce(sum(cardinality(o.basket)), 0)::int AS items,
            coalesce(string_agg(p.number || ',' || array_to_string(o.basket, ','), ' '
              ORDER BY p.number, o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C"), '') AS written
          FROM "Order" o JOIN "Person" p ON p."shopId" = o."shopId" AND p."personId" = o."personId"
          WHERE o."shopId" = ${shopId} AND o."confirmedAt" >= ${toIso(from)}::timestamptz
            AND o."confirmedAt" < ${toIso(to)}::timestamptz AND cardinality(o.basket) > 0`;
        return { baskets: parseBaskets(all ?? { baskets: 0, items: 0, written: '' }) };
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
