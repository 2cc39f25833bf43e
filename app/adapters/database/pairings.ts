import type { PrismaClient } from '@prisma/client';
import type { CategoryRow, PairingRow } from '#core/affinity/pairing';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { storedGrade, type PairingCache } from './pairing-cache';
import { lockPairings } from './lock';
import { readBaskets } from './read-baskets';
import { withinShop, type Sql } from './within-shop';

const ROWS_PER_INSERT = 500;

export function pairingMethods(
  prisma: PrismaClient,
  cache: PairingCache,
): Pick<Store, 'minedBaskets' | 'replacePairings' | 'pairingRows'> {
  return {
    minedBaskets: (shopId, from, to) =>
      withinShop(prisma, shopId, async (sql) => ({ baskets: await readBaskets(sql, shopId, from, to) })),

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
        await replaceCategories(sql, shopId, table, mining.categories);
        return mined?.minedAt ?? null;
      });
      if (minedAt !== null) cache.remember(shopId, minedAt, mining);
    },

    pairingRows: (shopId, table, numbers, categories) => cache.rows(shopId, table, numbers, categories),
  };
}

const literal = (numbers: ReadonlyArray<number>) => `{${numbers.join(',')}}`;

/** Columns travel as array literals: the cheapest text that the server reads without building a document of it. */
async function insertRows(
  sql: Sql,
  shopId: string,
  table: string,
  rows: ReadonlyArray<PairingRow>,
): Promise<void> {
  await sql.$executeRaw`
    INSERT INTO "PairingRow" ("shopId", "table", antecedent, buyers, consequents, support, "consequentBuyers", grades, scores)
    SELECT ${shopId}, ${table}, r.antecedent, r.buyers, r.consequents::int[], r.support::int[],
      r."consequentBuyers"::int[], r.grades::int[], r.scores::int[]
    FROM unnest(
      ${rows.map((row) => row.antecedent)}::int[], ${rows.map((row) => row.buyers)}::int[],
      ${rows.map((row) => literal(row.consequents))}::text[], ${rows.map((row) => literal(row.support))}::text[],
      ${rows.map((row) => literal(row.consequentBuyers))}::text[],
      ${rows.map((row) => literal(row.grades.map((grade) => storedGrade(grade))))}::text[],
      ${rows.map((row) => literal(row.scores))}::text[]
    ) AS r(antecedent, buyers, consequents, support, "consequentBuyers", grades, scores)`;
}

async function replaceCategories(
  sql: Sql,
  shopId: string,
  table: string,
  rows: ReadonlyArray<CategoryRow>,
): Promise<void> {
  await sql.$executeRaw`DELETE FROM "CategoryPairingRow" WHERE "shopId" = ${shopId} AND "table" = ${table}`;
  await sql.$executeRaw`
    INSERT INTO "CategoryPairingRow" ("shopId", "table", category, buyers, settled, consequents, support,
      "consequentBuyers", grades, scores)
    SELECT ${shopId}, ${table}, r.category, r.buyers, r.settled::int[], r.consequents::int[], r.support::int[],
      r."consequentBuyers"::int[], r.grades::int[], r.scores::int[]
    FROM unnest(
      ${rows.map((row) => row.category)}::text[], ${rows.map((row) => row.buyers)}::int[],
      ${rows.map((row) => literal(row.settled))}::text[], ${rows.map((row) => literal(row.consequents))}::text[],
      ${rows.map((row) => literal(row.support))}::text[],
      ${rows.map((row) => literal(row.consequentBuyers))}::text[],
      ${rows.map((row) => literal(row.grades.map((grade) => storedGrade(grade))))}::text[],
      ${rows.map((row) => literal(row.scores))}::text[]
    ) AS r(category, buyers, settled, consequents, support, "consequentBuyers", grades, scores)`;
}
