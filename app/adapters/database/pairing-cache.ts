import { Prisma, type PrismaClient } from '@prisma/client';
import type {
  CategoryRow,
  EvidenceGrade,
  LearnedTable,
  PairingRow,
  PairingTable,
} from '#core/affinity/pairing';
import type { KnownPairings } from '#flows/ports/offer-source-store';
import type { PairingRows } from '#flows/ports/mining-store';
import { asOwner } from './within-shop';

/** Where a grade stands in this list is how it is stored; new ones go to the end. */
const GRADES: ReadonlyArray<EvidenceGrade> = ['few_orders', 'popular', 'thresholds_only', 'automatic'];
/** A gift shop's table is about 30 MB; the tables asked for longest ago make room. */
const MOST_TABLES = 10;

type Stored<Row> = Omit<Row, 'grades'> & { readonly grades: ReadonlyArray<number> };
export type MiningAnswer = {
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

    /** A question for the mining in force and the rows not known yet, to go out with others; what to do with its answer. */
    ask(shopId: string, table: PairingTable, wanted: Wanted): PairingQuestion {
      const key = `${shopId} ${table}`;
      const known = tables.get(key);
      const numbers = wanted.numbers.filter((number) => !known?.rows.has(number));
      const categories = wanted.categories.filter((category) => !known?.categories.has(category));
      return {
        column: miningColumn(shopId, table, { numbers, categories }),
        take(read) {
          if (!read) return NOTHING_MINED;
          const { minedAt, allBuyers } = read;
          const isSame = known?.minedAt === minedAt;
          const current: Known = isSame
            ? known
            : { minedAt, allBuyers, rows: new Map(), categories: new Map() };
          keep(key, current);
          for (const number of numbers) current.rows.set(number, null);
          for (const row of read.rows) current.rows.set(row.antecedent, withGrades(row));
          for (const category of categories) current.categories.set(category, null);
          for (const row of read.categories) current.categories.set(row.category, withGrades(row));
          // Where the mining changed in between, what was known of the old one has to be read again.
          return knows(current, wanted) ? current : null;
        },
      };
    },

    async rows(
      shopId: string,
      table: PairingTable,
      numbers: ReadonlyArray<number>,
      categories: ReadonlyArray<string>,
    ): Promise<PairingRows> {
      const { column, take } = this.ask(shopId, table, { numbers, categories });
      const [found] = await asOwner(prisma).$queryRaw<
        ReadonlyArray<{ readonly mining: MiningAnswer | null }>
      >`
        SELECT ${column} AS mining`;
      const known = take(found?.mining ?? null);
      if (known === null) return this.rows(shopId, table, numbers, categories);
      return {
        allBuyers: known.allBuyers,
        rows: numbers.flatMap((number) => known.rows.get(number) ?? []),
        categories: categories.flatMap((category) => known.categories.get(category) ?? []),
      };
    },
  };
}

export type PairingCache = ReturnType<typeof createPairingCache>;

type Wanted = { readonly numbers: ReadonlyArray<number>; readonly categories: ReadonlyArray<string> };

type PairingQuestion = {
  readonly column: Prisma.Sql; // of what `take` takes
  readonly take: (read: MiningAnswer | null) => KnownPairings | null; // null: it has to be asked once more
};

const NOTHING_MINED: KnownPairings = { allBuyers: 0, rows: new Map(), categories: new Map() };

/** Whether an answer about these can come from what is known, even if only that there is no row. */
export function knows(known: KnownPairings, { numbers, categories }: Wanted): boolean {
  return (
    known === NOTHING_MINED ||
    (numbers.every((number) => known.rows.has(number)) &&
      categories.every((category) => known.categories.has(category)))
  );
}

function miningColumn(shopId: string, table: PairingTable, { numbers, categories }: Wanted): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('minedAt', m."minedAt"::text, 'allBuyers', m."allBuyers", 'rows', coalesce((
      SELECT jsonb_agg(jsonb_build_object('antecedent', r.antecedent, 'buyers', r.buyers,
        'consequents', r.consequents, 'support', r.support, 'consequentBuyers', r."consequentBuyers",
        'grades', r.grades, 'scores', r.scores) ORDER BY r.antecedent)
      FROM "PairingRow" r
      WHERE r."shopId" = ${shopId} AND r."table" = ${table} AND r.antecedent = ANY(${[...numbers]}::int[])
    ), '[]'), 'categories', coalesce((
      SELECT jsonb_agg(jsonb_build_object('category', c.category, 'buyers', c.buyers, 'settled', c.settled,
        'consequents', c.consequents, 'support', c.support, 'consequentBuyers', c."consequentBuyers",
        'grades', c.grades, 'scores', c.scores) ORDER BY c.category)
      FROM "CategoryPairingRow" c
      WHERE c."shopId" = ${shopId} AND c."table" = ${table} AND c.category = ANY(${[...categories]}::text[])
    ), '[]'))
    FROM "PairingMining" m WHERE m."shopId" = ${shopId} AND m."table" = ${table})`;
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
