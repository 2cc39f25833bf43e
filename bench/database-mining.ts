import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startThrowAwayDatabase } from '../scripts/database.mjs';
import { migrateDatabase } from '../scripts/migrate-database.mjs';
import { contest, runContestant } from './contest';
import { fillShop } from './mining/fill-shop';
import { comparePairs } from './mining/mined-pairs';
import { atMost, atMostOf, type Row } from './row';

const [SHOP, LINES, WARM_UP_SHOP, WARM_UP_LINES] = ['large', 1_000_000, 'small', 100_000];
const PRODUCTS = 1000;

/**
 * P2: the same from the database, 1e6 line items, beside a self-join of PostgreSQL. Both start from the orders in the
 * app's own tables; the self-join unfolds them and sends nothing anywhere. The time of the server's processes counts for both. What putting the pairs in place costs on top is a line of the progress.
 */
export async function measureDatabaseMining(): Promise<ReadonlyArray<Row>> {
  const folder = mkdtempSync(join(tmpdir(), 'encore-bench-'));
  const database = await startThrowAwayDatabase({ name: 'encore_bench' });
  try {
    migrateDatabase(database.url);
    await fill(database.url);
    const run = (program: string, name: string, ...more: ReadonlyArray<string>) =>
      runContestant(program, [database.url, WARM_UP_SHOP, SHOP, join(folder, name), ...more]);
    const { ours, joined } = await contest({
      ours: () => run('mining/own-database-miner.ts', 'ours'),
      joined: () => run('mining/self-join-miner.ts', 'joined'),
      oursKept: () => run('mining/own-database-miner.ts', 'kept', 'keep'),
    });
    const { differences, pairs } = comparePairs(join(folder, 'ours'), join(folder, 'joined'));
    if (pairs === 0) throw new Error('no pairs were found in the database: nothing was compared');
    return [
      atMostOf('P2 mining from the database, 1e6 lines', ours.cpuMs, joined.cpuMs, 'ms CPU', 1 / 5),
      atMost('P2 pairs that PostgreSQL finds otherwise', differences, 'pairs', 0),
    ];
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await fillShop(client, WARM_UP_SHOP, WARM_UP_LINES, PRODUCTS);
    await fillShop(client, SHOP, LINES, PRODUCTS);
    // Nothing of the filling may be left for the server to do while others are measured.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
