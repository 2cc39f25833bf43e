import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withFileLock } from '../../scripts/file-lock.mjs';
import { identityOf } from '../../scripts/process-identity.mjs';

let folder: string;
const lock = () => path.join(folder, 'lock');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'encore-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('two actions under one lock do not overlap', async () => {
  const story: string[] = [];
  const act = (name: string) =>
    withFileLock(lock(), async () => {
      story.push(`${name} in`);
      await Promise.resolve();
      story.push(`${name} out`);
    });
  await Promise.all([act('a'), act('b'), act('c')]);
  const pairs = [0, 2, 4].map((at) => [story[at], story[at + 1]]);
  for (const [entered, left] of pairs) expect(left).toBe(entered?.replace('in', 'out'));
});

it('a lock left by a process that died is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(lock(), `${pid}-1`);
  expect(await withFileLock(lock(), () => 'done')).toBe('done');
});

it('a lock held by a living process is waited for', async () => {
  writeFileSync(lock(), String(identityOf(process.pid)));
  let isIn = false;
  const waiting = withFileLock(lock(), () => {
    isIn = true;
  });
  await new Promise(setImmediate);
  expect(isIn).toBe(false);
  rmSync(lock());
  await waiting;
  expect(isIn).toBe(true);
});

it('the lock is given back when the action fails', async () => {
  await expect(
    withFileLock(lock(), () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(existsSync(lock())).toBe(false);
});
