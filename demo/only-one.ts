import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isAlive } from '../scripts/process-identity.mjs';

const PATIENCE_MS = 20_000;
const POLL_MS = 100;

/**
 * Makes this process the only demo: one that runs already is asked to stop and, if it does not, is ended. The processes
 * of one that was killed end by themselves. Out: gives the place free again.
 */
export async function becomeTheOnlyDemo(root: string, report: (line: string) => void): Promise<() => void> {
  mkdirSync(root, { recursive: true });
  const file = join(root, 'launcher');
  const before = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (before !== '' && isAlive(before)) {
    const pid = Number.parseInt(before, 10);
    report(`a demo is running already (process ${pid}): this one takes its place`);
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; isAlive(before); waited += POLL_MS) {
      if (waited >= PATIENCE_MS) process.kill(pid, 'SIGKILL');
      await sleep(POLL_MS);
    }
  }
  const me = String(identityOf(process.pid));
  writeFileSync(file, me);
  return () => {
    if (existsSync(file) && readFileSync(file, 'utf8') === me) rmSync(file);
  };
}
