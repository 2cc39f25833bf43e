import { Client } from 'pg';
import { createPrisma, closeConnections } from '#adapters/database/create-prisma';
import { pairCountMethods } from '#adapters/database/pair-counts';
import { readBaskets } from '#adapters/database/read-baskets';
import { withinShop } from '#adapters/database/within-shop';
import { countShop, isSameCount } from '#core/affinity/count-shop';
import { EVER } from '#core/shared/time';
import { startThrowAwayDatabase } from '../scripts/database.mjs';
import { migrateDatabase } from '../scripts/migrate-database.mjs';
import { contest, runContestant } from './contest';
import { fillShop, HISTORY_FROM } from './mining/fill-shop';
import { atMost, type Row } from './row';

const [SMALL_LINES, LARGE_LINES, PRODUCTS] = [24_000, 240_000, 1000]; // about 10,000 and 100,000 orders
const [ORDERS, BATCH, WIDE] = [2000, 50, 540];
/** Shops with the same history, counted order by order or not: what counting costs is the difference. */
const SHOPS = [
  { shop: 'small', lines: SMALL_LINES, isCounted: true },
  { shop: 'small-plain', lines: SMALL_LINES, isCounted: false },
  { shop: 'single', lines: SMALL_LINES, isCounted: true },
  { shop: 'single-plain', lines: SMALL_LINES, isCounted: false },
  { shop: 'large', lines: LARGE_LINES, isCounted: true },
  { shop: 'large-plain', lines: LARGE_LINES, isCounted: false },
];

/**
 * P3: what it costs to keep the pair counts right with every order that comes in, in batches of 50, beside the same one
 * by one; whether that comes to what counting anew does; how it grows with the history. An order of 540 products is a line
 * of the progress.
 */
export async function measureUpdating(): Promise<ReadonlyArray<Row>> {
  const database = await startThrowAwayDatabase({ name: 'encore_bench' });
  const prisma = createPrisma({ connectionString: database.url, connections: 2 });
  try {
    migrateDatabase(database.url);
    const people = await fill(database.url, pairCountMethods(prisma));
    let lot = 0;
    const run = (shop: string, batch: number, ...wide: ReadonlyArray<string>) => {
      lot += 1;
      const numbers = [PRODUCTS, people.get(shop) ?? 1, ORDERS, batch, lot].map(String);
      return runContestant('updating/record-orders.ts', [database.url, shop, ...numbers, ...wide]);
    };
    const took = await contest({
      small: () => run('small', BATCH),
      smallPlain: () => run('small-plain', BATCH),
      single: () => run('single', 1),
      singlePlain: () => run('single-plain', 1),
      large: () => run('large', BATCH),
      largePlain: () => run('large-plain', BATCH),
      wide: () => run('small', BATCH, String(WIDE)),
      widePlain: () => run('small-plain', BATCH, String(WIDE)),
    });
    const perOrder = (counted: keyof typeof took, plain: keyof typeof took) =>
      ((took[counted].cpuMs - took[plain].cpuMs) * 1000) / ORDERS;
    const inBatches = perOrder('small', 'smallPlain');
    const oneByOne = perOrder('single', 'singlePlain');
    const wideMs = took.wide.cpuMs - took.widePlain.cpuMs;
    process.stderr.write(`  counting one order of ${WIDE} products: ${wideMs.toFixed(0)} ms CPU\n`);
    const differing = await shopsThatDiffer(prisma);
    return [
      {
        ...atMost('P3 counting an order, batches of 50', inBatches, 'us CPU', 500),
        peer: Math.round(oneByOne),
        ratio: Math.round((inBatches / oneByOne) * 1000) / 1000,
      },
      atMost('P3 growth at ten times the history', perOrder('large', 'largePlain') / inBatches, 'times', 1.3),
      atMost('P3 shops whose counts differ from counting anew', differing, 'shops', 0),
    ];
  } finally {
    await closeConnections(prisma);
    await database.stop();
  }
}

/** Out: people by shop. */
async function fill(
  connectionString: string,
  counts: ReturnType<typeof pairCountMethods>,
): Promise<ReadonlyMap<string, number>> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const { shop, lines } of SHOPS) await fillShop(client, shop, lines, PRODUCTS);
    for (const { shop, isCounted } of SHOPS) if (isCounted) await counts.countAnew(shop, HISTORY_FROM);
    // Nothing of the filling may be left for the server to do while others are measured.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ shop: string; people: number }>(
      'SELECT "shopId" AS shop, count(*)::int AS people FROM "Person" GROUP BY 1',
    );
    return new Map(rows.map(({ shop, people }) => [shop, people]));
  } finally {
    await client.end();
  }
}

async function shopsThatDiffer(prisma: ReturnType<typeof createPrisma>): Promise<number> {
  let differing = 0;
  for (const { shop, isCounted } of SHOPS) {
    if (!isCounted) continue;
    const kept = await pairCountMethods(prisma).keptCounts(shop, { one: 0, of: 1 });
    const baskets = await withinShop(prisma, shop, (sql) => readBaskets(sql, shop, HISTORY_FROM, EVER));
    const counting = countShop(baskets);
    let step = counting.next();
    while (!step.done) step = counting.next();
    if (kept === null || !isSameCount(kept, step.value)) differing += 1;
  }
  return differing;
}
