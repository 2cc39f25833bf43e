import type { PrismaClient } from '@prisma/client';
import type {
  CategoryRow,
  EvidenceGrade,
  LearnedTable,
  PairingRow,
  PairingTable,
} from '#core/affinity/pairing';
import type { PairingRows } from '#flows/ports';
import { asOwner } from './within-shop';

/** Where a grade stands in this list is how it is stored; new ones go to the end. */
const GRADES: ReadonlyArray<EvidenceGrade> = ['few_orders', 'popular', 'thresholds_only', 'automatic'];
/** A gift shop's table is about 30 MB; the tables asked for longest ago make room. */
const MOST_TABLES = 10;

type Stored<Row> = Omit<Row, 'grades'> & { readonly grades: ReadonlyArray<number> };
type Read = {
  readonly minedAt: string;
  readonly allBuyers: number;
  readonly rows: ReadonlyArray<Stored<PairingRow>>;
  readonly categories: ReadonlyArray<Stored<CategoryRow>>;
};
type Known = {
  readonly minedAt: string;
  readonly allBuyers: number;
  readonly rows: Map<number, PairingRow | null>;
  readonly categories: Map<string, CategoryRow | null>;
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
    remember(shopId: string, minedAt: string, { table, allBuyers, ...learned }: LearnedTable): void {
      keep(`${shopId} ${table}`, {
        minedAt,
        allBuyers,
        rows: new Map(learned.rows.map((row) => [row.antecedent, row])),
        categories: new Map(learned.categories.map((row) => [row.category, row])),
      });
    },

    async rows(
      shopId: string,
      table: PairingTable,
      numbers: ReadonlyArray<number>,
      categories: ReadonlyArray<string>,
    ): Promise<PairingRows> {
      const key = `${shopId} ${table}`;
      const known = tables.get(key);
      const missing = numbers.filter((number) => !known?.rows.has(number));
      const unread = categories.filter((category) => !known?.categories.has(category));
      const read = await readRows(prisma, shopId, table, missing, unread);
      if (!read) return { allBuyers: 0, rows: [], categories: [] };
      const isSame = known?.minedAt === read.minedAt;
      const { minedAt, allBuyers } = read;
      const current: Known = isSame ? known : { minedAt, allBuyers, rows: new Map(), categories: new Map() };
      keep(key, current);
      for (const number of missing) current.rows.set(number, null);
      for (const row of read.rows) current.rows.set(row.antecedent, withGrades(row));
      for (const category of unread) current.categories.set(category, null);
      for (const row of read.categories) current.categories.set(row.category, withGrades(row));
      // The mining changed in between: what was known of the old one has to be read again.
      const isAllNew = missing.length === numbers.length && unread.length === categories.length;
      if (known && !isSame && !isAllNew) return this.rows(shopId, table, numbers, categories);
      return {
        allBuyers: current.allBuyers,
        rows: found(current.rows, numbers),
        categories: found(current.categories, categories),
      };
    },
  };
}

function found<Key, Row>(rows: ReadonlyMap<Key, Row | null>, keys: ReadonlyArray<Key>): ReadonlyArray<Row> {
  return keys.flatMap((key) => rows.get(key) ?? []);
}

async function readRows(
  prisma: PrismaClient,
  shopId: string,
  table: PairingTable,
  numbers: ReadonlyArray<number>,
  categories: ReadonlyArray<string>,
): Promise<Read | null> {
  const [found] = await asOwner(prisma).$queryRaw<ReadonlyArray<Read>>`
    SELECT m."minedAt"::text AS "minedAt", m."allBuyers", coalesce((
      SELECT jsonb_agg(jsonb_build_object('antecedent', r.antecedent, 'buyers', r.buyers,
        'consequents', r.consequents, 'support', r.support, 'consequentBuyers', r."consequentBuyers",
        'grades', r.grades, 'scores', r.scores) ORDER BY r.antecedent)
      FROM "PairingRow" r
      WHERE r."shopId" = ${shopId} AND r."table" = ${table} AND r.antecedent = ANY(${[...numbers]}::int[])
    ), '[]') AS rows, coalesce((
      SELECT jsonb_agg(jsonb_build_object('category', c.category, 'buyers', c.buyers, 'settled', c.settled,
        'consequents', c.consequents, 'support', c.support, 'consequentBuyers', c."consequentBuyers",
        'grades', c.grades, 'scores', c.scores) ORDER BY c.category)
      FROM "CategoryPairingRow" c
      WHERE c."shopId" = ${shopId} AND c."table" = ${table} AND c.category = ANY(${[...categories]}::text[])
    ), '[]') AS categories
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

function withGrades<Row extends { readonly grades: ReadonlyArray<number> }>(
  row: Row,
): Omit<Row, 'grades'> & Pick<PairingRow, 'grades'> {
  return { ...row, grades: row.grades.map(gradeOf) };
}
