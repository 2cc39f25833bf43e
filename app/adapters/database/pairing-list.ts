import type { PrismaClient } from '@prisma/client';
import type { PairingRow, PairingTable } from '#core/affinity/pairing';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { MinedTable } from '#flows/ports/pairing-store';
import { gradeOf } from './pairing-cache';
import { withinShop, type Sql } from './within-shop';

/** Tables kept whole for the screens; a gift shop's are about 60 MB, and those asked for longest ago make room. */
const MOST_SHOPS = 4;

type Mining = Omit<MinedTable, 'rows' | 'windowFrom' | 'windowTo' | 'minedAt'> & {
  readonly version: string; // to the microsecond
  readonly windowFrom: Date;
  readonly windowTo: Date;
  readonly minedAt: Date;
};
type StoredRow = Omit<PairingRow, 'grades'> & { readonly table: PairingTable; readonly grades: number[] };
type Known = { readonly version: string; readonly tables: ReadonlyArray<MinedTable> };

/**
 * Whole mined tables for the screens, read once per mining: each look asks which minings are in force and reads the rows
 * in the same transaction only where they are not those that are known.
 */
export function pairingListMethods(prisma: PrismaClient): Pick<Store, 'minedTables' | 'countedOrders'> {
  const shops = new Map<string, Known>();
  return {
    minedTables: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const minings = await sql.$queryRaw<ReadonlyArray<Mining>>`
          SELECT "table", "windowFrom", "windowTo", "minedAt", orders, "allBuyers", xmin::text || "minedAt"::text AS version
          FROM "PairingMining" WHERE "shopId" = ${shopId} ORDER BY "table" DESC FOR SHARE`;
        const version = minings.map((mining) => mining.version).join(' ');
        const known = shops.get(shopId);
        const current =
          known?.version === version ? known : { version, tables: await readTables(sql, shopId, minings) };
        shops.delete(shopId);
        shops.set(shopId, current);
        for (const oldest of shops.keys()) if (shops.size > MOST_SHOPS) shops.delete(oldest);
        return current.tables;
      }),

    countedOrders: (shopId, from, to) =>
      withinShop(prisma, shopId, async (sql) => {
        const [counted] = await sql.$queryRaw<ReadonlyArray<{ readonly orders: number }>>`
          SELECT count(*)::int AS orders FROM "Order"
          WHERE "shopId" = ${shopId} AND "confirmedAt" >= ${toIso(from)}::timestamptz
            AND "confirmedAt" < ${toIso(to)}::timestamptz AND "personId" IS NOT NULL AND cardinality(basket) > 0`;
        return counted?.orders ?? 0;
      }),
  };
}

async function readTables(
  sql: Sql,
  shopId: string,
  minings: ReadonlyArray<Mining>,
): Promise<ReadonlyArray<MinedTable>> {
  const rows = await sql.$queryRaw<ReadonlyArray<StoredRow>>`
    SELECT "table", antecedent, buyers, consequents, support, "consequentBuyers", grades, scores
    FROM "PairingRow" WHERE "shopId" = ${shopId} ORDER BY "table", antecedent`;
  return minings.map(({ version: _version, windowFrom, windowTo, minedAt, ...mining }) => ({
    ...mining,
    windowFrom: windowFrom.getTime(),
    windowTo: windowTo.getTime(),
    minedAt: minedAt.getTime(),
    rows: rows
      .filter(({ table }) => table === mining.table)
      .map(({ table: _table, ...row }) => ({ ...row, grades: row.grades.map(gradeOf) })),
  }));
}
