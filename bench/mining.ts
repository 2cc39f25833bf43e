import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contest, runContestant } from './contest';
import { writeBaskets } from './mining/basket-file';
import { generateBaskets } from './mining/generate-baskets';
import { comparePairs } from './mining/mined-pairs';
import { atMost, atMostOf, type Row } from './row';

const SMALL = { name: '1e6 lines', lines: 1_000_000, products: 1000, mostOfPeer: 1 / 5 };
const LARGE = { name: '5e6 lines', lines: 5_000_000, products: 10_000, mostOfPeer: 1 / 10 };
const WARM_UP_LINES = 200_000;

/**
 * P1: mining both tables of pairings from generated baskets, ten best per product, beside DuckDB. Each contestant runs in
 * a process of its own that has read the same baskets before the clock starts: we into two columns of numbers, DuckDB into
 * its table. Ours grades the evidence as well, which DuckDB is spared. Both have to find the same pairs.
 */
export async function measureMining(): Promise<ReadonlyArray<Row>> {
  const folder = mkdtempSync(join(tmpdir(), 'encore-bench-'));
  try {
    const [small, large] = [await compare(SMALL, folder), await compare(LARGE, folder)];
    const growth = Math.log(large.cpuMs / small.cpuMs) / Math.log(LARGE.lines / SMALL.lines);
    return [
      ...small.rows,
      ...large.rows,
      atMost('P1 growth of CPU from 1e6 to 5e6 lines, exponent', growth, '', 1.1),
      atMost('P1 peak memory, 5e6 lines', large.peakMb, 'MB', 400),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare({ name, lines, products, mostOfPeer }: typeof SMALL, folder: string) {
  const file = (what: string) => join(folder, what);
  writeBaskets(file('warm-up'), generateBaskets(WARM_UP_LINES, products));
  writeBaskets(file('baskets'), generateBaskets(lines, products));
  const { ours, duckdb } = await contest({
    ours: () => runContestant('mining/own-miner.ts', [file('warm-up'), file('baskets'), file('ours')]),
    duckdb: () => runContestant('mining/duckdb-miner.ts', [file('warm-up'), file('baskets'), file('duckdb')]),
  });
  const { differences, pairs } = comparePairs(file('ours'), file('duckdb'));
  if (pairs === 0) throw new Error(`no pairs were found in ${name}: nothing was compared`);
  return {
    ...ours,
    rows: [
      atMostOf(`P1 mining, ${name}`, ours.cpuMs, duckdb.cpuMs, 'ms CPU', mostOfPeer),
      atMost(`P1 pairs that DuckDB finds otherwise, ${name}`, differences, 'pairs', 0),
    ],
  };
}
