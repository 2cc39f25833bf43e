import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureCoverage } from './coverage';
import { measureDatabaseMining } from './database-mining';
import { measureDeciding } from './deciding';
import { measureFirstLoad } from './first-load';
import { measureLift } from './lift';
import { measureMining } from './mining';
import { printTable, type Row } from './row';
import { measureUpdating } from './updating';

/** Each measures a goal beside its peer, in one run. */
const BENCHES: Readonly<Record<string, () => Promise<ReadonlyArray<Row>>>> = {
  P1: measureMining,
  P2: measureDatabaseMining,
  P3: measureUpdating,
  P7: measureDeciding,
  P9: measureLift,
  P10: measureFirstLoad,
  coverage: measureCoverage,
};
const RESULTS = 'bench/results.json';

/** Runs all benches, or those named by --only, prints their rows and merges them into bench/results.json. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',') ?? Object.keys(BENCHES);
  const unknown = wanted.filter((name) => BENCHES[name] === undefined);
  if (unknown.length > 0)
    throw new Error(`--only ${unknown.join(',')} is no bench: use ${Object.keys(BENCHES).join(', ')}`);
  const rows: Row[] = [];
  let failures = 0;
  for (const name of wanted) {
    process.stderr.write(`measuring ${name}\n`);
    try {
      rows.push(...((await BENCHES[name]?.()) ?? []));
    } catch (error) {
      // An hour of other measurements is not lost by it.
      failures += 1;
      process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    keep(rows);
  }
  process.stdout.write(printTable(rows));
  if (failures > 0 || rows.some(({ pass }) => !pass)) process.exitCode = 1;
}

function keep(rows: ReadonlyArray<Row>): void {
  const measured = new Set(rows.map(({ id }) => id));
  const kept = existsSync(RESULTS)
    ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as { readonly rows: ReadonlyArray<Row> }).rows
    : [];
  mkdirSync('bench', { recursive: true });
  writeFileSync(
    RESULTS,
    `${JSON.stringify({ rows: [...kept.filter(({ id }) => !measured.has(id)), ...rows] }, null, 2)}\n`,
  );
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
