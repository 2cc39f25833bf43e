import type { PrismaClient } from '@prisma/client';
import type { EvidenceGrade, PairingRow } from '#core/affinity/pairing';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { lockPairings } from './lock';
import { withinShop, type Sql } from './within-shop';

/** Where a grade stands in this list is how it is stored; new ones go to the end. */
const GRADES: ReadonlyArray<EvidenceGrade> = ['few_orders', 'popular', 'thresholds_only', 'automatic'];
const ROWS_PER_INSERT = 500;

type StoredRow = Omit<PairingRow, 'grades'> & { readonly grades: ReadonlyArray<number> };

export function pairingMethods(prisma: PrismaClient): Pick<Store, 'minedBaskets' | 'replacePairings' | 'pairingRows'> {
  return {
    minedBaskets: (shopId, from, to) =>
      withinShop(prisma, shopId, async (sql) => ({
        baskets: await sql.$queryRaw<ReadonlyArray<{ readonly person: number; readonly products: ReadonlyArray<number> }>>`
          SELECT p.number AS person, o.basket AS products
          FROM "Order" o JOIN "Person" p ON p."shopId" = o."shopId" AND p."personId" = o."personId"
          WHERE o."shopId" = ${shopId} AND o."confirmedAt" >= ${toIso(from)}::timestamptz
            AND o."confirmedAt" < ${toIso(to)}::timestamptz AND cardinality(o.basket) > 0
          ORDER BY p.number, o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C"`,
      })),

    replacePairings: (shopId, mining, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const { table, rows } = mining;
        const pairs = rows.reduce((sum, row) => sum + row.consequents.length, 0);
        await lockPairings(sql, shopId, table);
        await sql.$executeRaw`
          INSERT INTO "PairingMining" ("shopId", "table", "windowFrom", "windowTo", "minedAt", orders, "allBuyers", pairs)
          VALUES (${shopId}, ${table}, ${toIso(mining.windowFrom)}::timestamptz, ${toIso(mining.windowTo)}::timestamptz,
            ${toIso(now)}::timestamptz, ${mining.orders}, ${mining.allBuyers}, ${pairs})
          ON CONFLICT ("shopId", "table") DO UPDATE SET "windowFrom" = excluded."windowFrom",
            "windowTo" = excluded."windowTo", "minedAt" = excluded."minedAt", orders = excluded.orders,
            "allBuyers" = excluded."allBuyers", pairs = excluded.pairs`;
        await sql.$executeRaw`DELETE FROM "PairingRow" WHERE "shopId" = ${shopId} AND "table" = ${table}`;
        for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
          await insertRows(sql, shopId, table, rows.slice(start, start + ROWS_PER_INSERT));
        }
      }),

    pairingRows: (shopId, table, numbers) =>
      withinShop(prisma, shopId, async (sql) => {
        const [found] = await sql.$queryRaw<ReadonlyArray<{ readonly allBuyers: number; readonly rows: ReadonlyArray<StoredRow> }>>`
          SELECT m."allBuyers", coalesce((
            SELECT jsonb_agg(jsonb_build_object('antecedent', r.antecedent, 'buyers', r.buyers,
              'consequents', r.consequents, 'support', r.support, 'consequentBuyers', r."consequentBuyers",
              'grades', r.grades) ORDER BY r.antecedent)
            FROM "PairingRow" r
            WHERE r."shopId" = ${shopId} AND r."table" = ${table} AND r.antecedent = ANY(${[...numbers]}::int[])
          ), '[]') AS rows
          FROM "PairingMining" m WHERE m."shopId" = ${shopId} AND m."table" = ${table}`;
        return { allBuyers: found?.allBuyers ?? 0, rows: (found?.rows ?? []).map(toPairingRow) };
      }),
  };
}

async function insertRows(sql: Sql, shopId: string, table: string, rows: ReadonlyArray<PairingRow>): Promise<void> {
  const stored = rows.map((row) => ({ ...row, grades: row.grades.map((grade) => GRADES.indexOf(grade)) }));
  await sql.$executeRaw`
    INSERT INTO "PairingRow" ("shopId", "table", antecedent, buyers, consequents, support, "consequentBuyers", grades)
    SELECT ${shopId}, ${table}, r.* FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
      AS r(antecedent int, buyers int, consequents int[], support int[], "consequentBuyers" int[], grades int[])`;
}

function toPairingRow(row: StoredRow): PairingRow {
  return {
    ...row,
    grades: row.grades.map((place) => {
      const grade = GRADES[place];
      if (!grade) throw new Error(`${place} is no stored evidence grade; known are 0 to ${GRADES.length - 1}`);
      return grade;
    }),
  };
}
