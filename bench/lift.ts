import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { LiftReport } from '#core/lift/lift-report';
import { startThrowAwayDatabase } from '../scripts/database.mjs';
import { migrateDatabase } from '../scripts/migrate-database.mjs';
import { contest, runContestant } from './contest';
import { fillExperiment } from './lift/fill-experiment';
import { atMost, atMostOf, type Row } from './row';

const [SHOP, CUSTOMERS, WARM_UP_SHOP, WARM_UP_CUSTOMERS] = ['large', 1_000_000, 'small', 20_000];
const OPENINGS = 20;

/**
 * P9: the lift report of a million customers. From the sums that are kept it is opened beside one statement over all
 * customers; from the customers themselves, in memory, beside a bootstrap of one of its intervals. All figures of both
 * have to be the same, and the interval that of the bootstrap.
 */
export async function measureLift(): Promise<ReadonlyArray<Row>> {
  const folder = mkdtempSync(join(tmpdir(), 'encore-bench-'));
  const database = await startThrowAwayDatabase({ name: 'encore_bench' });
  try {
    migrateDatabase(database.url);
    await fill(database.url);
    const run = (program: string, name: string, ...more: ReadonlyArray<string>) =>
      runContestant(`lift/${program}`, [database.url, WARM_UP_SHOP, SHOP, join(folder, name), ...more]);
    const { rollups, sql, customers } = await contest({
      rollups: () => run('rollup-report.ts', 'rollups', String(OPENINGS)),
      sql: () => run('sql-report.ts', 'sql'),
      customers: () => run('customers-report.ts', 'customers'),
    });
    const bootstrap = await run('bootstrap-report.ts', 'bootstrap'); // a minute: once
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
    const opening = rollups.cpuMs / OPENINGS;
    return [
      atMostOf(
        'P9 report from customers, beside a bootstrap, 1e6',
        customers.cpuMs,
        bootstrap.cpuMs,
        'ms CPU',
        1 / 20,
      ),
      atMost('P9 report from customers, 1e6', customers.cpuMs, 'ms CPU', 500),
      atMost(
        `P9 report from kept sums, 1e6 (the statement: ${Math.round(sql.cpuMs)})`,
        opening,
        'ms CPU',
        20,
      ),
      atMost(
        'P9 figures that differ between the two',
        differences(read('rollups'), read('customers')),
        'figures',
        0,
      ),
      atMost('P9 interval ends beside the bootstrap', distance(read('customers'), read('bootstrap')), '%', 2),
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
    await fillExperiment(client, WARM_UP_SHOP, WARM_UP_CUSTOMERS);
    await fillExperiment(client, SHOP, CUSTOMERS);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

/** Figures of two reports, wherever they stand, that are not the same in fourteen digits. */
function differences(one: unknown, other: unknown): number {
  const [left, right] = [figuresOf(one), figuresOf(other)];
  if (left.size === 0) throw new Error('a report without figures: nothing was compared');
  const places = new Set([...left.keys(), ...right.keys()]);
  places.delete('.startedAt');
  return [...places].filter((place) => !isSame(left.get(place), right.get(place))).length;
}

function figuresOf(report: unknown, place = ''): ReadonlyMap<string, unknown> {
  if (typeof report !== 'object' || report === null) return new Map([[place, report]]);
  return new Map(Object.entries(report).flatMap(([key, value]) => [...figuresOf(value, `${place}.${key}`)]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** The larger distance of both ends, in per cent of the end. */
function distance(report: unknown, bootstrap: unknown): number {
  const { comparison } = report as LiftReport;
  if (comparison.kind !== 'shown' || comparison.revenuePerCustomer.fixed.kind !== 'measured')
    throw new Error('the report compared nothing');
  const { interval } = comparison.revenuePerCustomer.fixed.difference;
  const { low, high } = bootstrap as { readonly low: number; readonly high: number };
  return 100 * Math.max(Math.abs(interval.low / low - 1), Math.abs(interval.high / high - 1));
}
