import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Run } from './measured';

const RUNS = 3;

/**
 * Lets contestants run in turn, A B A B A B, so that whatever else the machine does meets all alike.
 * Out: of each the median of its CPU times (ms) and the highest of its peaks of memory (MB).
 */
export async function contest<Names extends string>(
  contestants: Readonly<Record<Names, () => Promise<Run>>>,
): Promise<Readonly<Record<Names, Run>>> {
  const names = Object.keys(contestants) as Names[];
  const runs = new Map<Names, Run[]>(names.map((name) => [name, []]));
  for (let round = 0; round < RUNS; round += 1) {
    for (const name of names) {
      const run = await contestants[name]();
      process.stderr.write(`  ${name}: ${run.cpuMs.toFixed(0)} ms CPU, ${run.peakMb.toFixed(0)} MB\n`);
      runs.get(name)?.push(run);
    }
  }
  const summary = names.map((name) => [name, summarise(runs.get(name) ?? [])]);
  return Object.fromEntries(summary) as Record<Names, Run>;
}

function summarise(runs: ReadonlyArray<Run>): Run {
  const times = runs.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  return {
    cpuMs: times[Math.floor(times.length / 2)] ?? Number.NaN,
    peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
  };
}

/** Runs a program under bench/ in a process of its own. In: its file and arguments. Out: what it says by `measured`. */
export async function runContestant(program: string, args: ReadonlyArray<string>): Promise<Run> {
  const command = ['--import', 'tsx', `bench/${program}`, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout) as Run;
}
