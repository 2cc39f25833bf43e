import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startThrowAwayDatabase } from '../scripts/database.mjs';
import { migrateDatabase } from '../scripts/migrate-database.mjs';
import { contest, runContestant } from './contest';
import { readDecided } from './deciding/decided';
import { fillDecidingShop } from './deciding/fill-deciding-shop';
import { atMost, atMostOf, type Row } from './row';

const [SHOP, TOUCHES, PER_BATCH] = ['bench.myshopify.com', 2000, 200];
/** As many that the hundredths of a second in which the server's time comes are small beside it. */
const [OWN_ROUNDS, PEER_ROUNDS] = [10, 1];

/**
 * P7: reading and deciding due touches, beside the same decision from eight queries per touch. Not in it for either: the
 * claim, the platform's answer, the live look at the one chosen product and the transaction of sending. Both have to come
 * to the same verdict, product, anchor and number of candidates for every touch.
 */
export async function measureDeciding(): Promise<ReadonlyArray<Row>> {
  const folder = mkdtempSync(join(tmpdir(), 'encore-bench-'));
  const database = await startThrowAwayDatabase({ name: 'encore_bench' });
  try {
    migrateDatabase(database.url);
    await fill(database.url);
    const run = async (program: string, name: string, rounds: number) => {
      const args = [database.url, SHOP, PER_BATCH, rounds, join(folder, name)].map(String);
      const { cpuMs, peakMb } = await runContestant(`deciding/${program}.ts`, args);
      return { cpuMs: cpuMs / rounds, peakMb };
    };
    const { ours, eight } = await contest({
      ours: () => run('own-decider', 'ours', OWN_ROUNDS),
      eight: () => run('eight-query-decider', 'eight', PEER_ROUNDS),
    });
    const [mine, theirs] = [readDecided(join(folder, 'ours')), readDecided(join(folder, 'eight'))];
    const perTouch = ({ cpuMs }: { readonly cpuMs: number }) => (1000 * cpuMs) / TOUCHES;
    return [
      atMost('P7 statements per 200 touches', mine.statementsPerBatch, 'statements', 3),
      atMostOf('P7 deciding a touch', perTouch(ours), perTouch(eight), 'us CPU', 1 / 20),
      atMost('P7 touches that are decided otherwise', compare(mine.lines, theirs.lines), 'touches', 0),
    ];
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Out: how many touches are in one only, or not decided alike. */
function compare(mine: ReadonlyArray<string>, theirs: ReadonlyArray<string>): number {
  const sent = mine.filter((line) => line.split(' ')[1] === 'send').length;
  process.stderr.write(`  ${mine.length} touches, ${sent} to be sent\n`);
  if (mine.length !== TOUCHES || sent < TOUCHES / 10)
    throw new Error(`${mine.length} touches were decided, ${sent} of them sent: there is little to compare`);
  const [ours, others] = [new Set(mine), new Set(theirs)];
  return mine.filter((line) => !others.has(line)).length + theirs.filter((line) => !ours.has(line)).length;
}

async function fill(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await fillDecidingShop(client, connectionString, SHOP, TOUCHES);
    // Nothing of the filling may be left for the server to do while others are measured.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
