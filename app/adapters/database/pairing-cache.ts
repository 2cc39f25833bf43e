import type { PrismaClient } from '@prisma/client';
import type { EvidenceGrade, PairingMining, PairingRow, PairingTable } from '#core/affinity/pairing';
import type { PairingRows } from '#flows/ports';
import { asOwner } from './within-shop';

/** Where a grade stands in this list is how it is stored; new ones go to the end. */
const GRADES: ReadonlyArray<EvidenceGrade> = ['few_orders', 'popular', 'thresholds_only', 'automatic'];
/** A gift shop's table is about 30 MB; the tables asked for longest ago make room. */
const MOST_TABLES = 10;

type StoredRow = Omit<PairingRow, 'grades'> & { readonly grades: ReadonlyArray<number> };
type Read = { readonly minedAt: string; readonly allBuyers: number; readonly rows: ReadonlyArray<StoredRow> };
type Known = {
  readonly minedAt: string;
  readonly allBuyers: number;
  readonly rows: Map<number, PairingRow | null>;
};

/**
 * Rows of mined tables, each read once until the next mining: every look asks which mining is in force and takes along
 * the rows that are not known yet, so that an answer never mixes two minings. Read as the owner, in one statement that names its shop.
 */
export function createPairingCache(prisma: PrismaClient) {
  const tables = new Map<string, Known>();
  const keep = (key: string, known: Known) => {
    tables.delete(key);
    tables.set(key, known);
    for (const oldest of tables.keys()) if (tables.size > MOST_TABLES) tables.delete(oldest);
  };
  return {
    /** What this process has just put into the table, so that it need not read it back. */
    remember(shopId: string, minedAt: string, { table, allBuyers, rows }: PairingMining): void {
      const byAntecedent = new Map(rows.map((row) => [row.antecedent, row]));
      keep(`${shopId} ${table}`, { minedAt, allBuyers, rows: byAntecedent });
    },

    async rows(shopId: string, table: PairingTable, numbers: ReadonlyArray<number>): Promise<PairingRows> {
      const key = `${shopId} ${table}`;
      const known = tables.get(key);
      const missing = numbers.filter((number) => !known?.rows.has(number));
      const read = await readRows(prisma, shopId, table, missing);
      if (!read) return { allBuyers: 0, rows: [] };
      const isSame = known?.minedAt === read.minedAt;
      const current = isSame ? known : { minedAt: read.minedAt, allBuyers: read.allBuyers, rows: new Map() };
      keep(key, current);
      for (const number of missing) current.rows.set(number, null);
      for (const row of read.rows) current.rows.set(row.antecedent, toPairingRow(row));
      // The mining changed in between: what was known of the old one has to be read again.
      if (known && !isSame && missing.length < numbers.length) return this.rows(shopId, table, numbers);
      return {
        allBuyers: current.allBuyers,
        rows: numbers
          .map((number) => current.rows.get(number))
          .filter((row) => row !== null && row !== undefined),
      };
    },
  };
}

async function readRows(
  prisma: PrismaClient,
  shopId: string,
  table: PairingTable,
  numbers: ReadonlyArray<number>,
): Promise<Read | null> {
  const [found] = await asOwner(prisma).$queryRaw<ReadonlyArray<Read>>`
    SELECT m."minedAt"::text AS "minedAt", m."allBuyers", coalesce((
      SELECT jsonb_agg(jsonb_build_object('antecedent', r.antecedent, 'buyers', r.buyers,
        'consequents', r.consequents, 'support', r.support, 'consequentBuyers', r."consequentBuyers",
        'grades', r.grades, 'scores', r.scores) ORDER BY r.antecedent)
      FROM "PairingRow" r
      WHERE r."shopId" = ${shopId} AND r."table" = ${table} AND r.antecedent = ANY(${[...numbers]}::int[])
    ), '[]') AS rows
    FROM "PairingMining" m WHERE m."shopId" = ${shopId} AND m."table" = ${table}`;
  return found ?? null;
}

/** The place that stands for a grade in the table. */
export function storedGrade(grade: EvidenceGrade): number {
  return GRADES.indexOf(grade);
}

/** The grade that a stored place stands for. */
export function gradeOf(place: number): EvidenceGrade {
  const grade = GRADES[place];
  if (!grade) throw new Error(`${place} is no stored evidence grade; known are 0 to ${GRADES.length - 1}`);
  return grade;
}

function toPairingRow(row: StoredRow): PairingRow {
  return { ...row, grades: row.grades.map(gradeOf) };
}
