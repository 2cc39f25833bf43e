import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'encore-interrupted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const childrenOf = (pid: number) =>
  execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('a simulation that is interrupted leaves no process and no half-written result behind', async () => {
  const args = ['--import', 'tsx', 'simulate/main.ts', '--store', 'demo', '--out', join(folder, 'out')];
  const simulation = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(simulation, 'exit');
  for await (const said of simulation.stderr) if (String(said).includes('importing history')) break;
  const children = childrenOf(simulation.pid ?? 0);
  expect(children.filter(isRunning).length, 'web, runner and store run').toBeGreaterThanOrEqual(3);

  simulation.kill('SIGINT');
  expect(await ended).toEqual([1, null]);
  // What ends with its parent notices a moment later.
  await expect.poll(() => children.filter(isRunning), { timeout: 20_000 }).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
}, 120_000);
