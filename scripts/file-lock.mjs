import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isAlive } from './process-identity.mjs';
import { SetUpError } from './set-up-error.mjs';

const PATIENCE_MS = 15 * 60_000;
const POLL_MS = 100;

/**
 * Runs `action` while no other process of this machine holds the same lock; waits for a holder that is alive.
 * A lock left by a process that died is taken over.
 * @template T
 * @param {string} lockFile
 * @param {() => T | Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withFileLock(lockFile, action) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  const deadline = Date.now() + PATIENCE_MS;
  while (!tryLock(lockFile)) {
    if (Date.now() > deadline) {
      throw new SetUpError(
        `${lockFile} is held by process ${readHolder(lockFile) ?? '?'} for more than 15 minutes: stop that process, or delete the file.`,
      );
    }
    await sleep(POLL_MS);
  }
  try {
    return await action();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function tryLock(lockFile) {
  const mine = `${lockFile}.${process.pid}`;
  writeFileSync(mine, String(identityOf(process.pid)));
  try {
    // A link appears whole or not at all; a plain exclusive create could be read before its pid is written.
    linkSync(mine, lockFile);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = readHolder(lockFile);
    if (holder !== null && !isAlive(holder)) removeDeadLock(lockFile, holder);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function readHolder(lockFile) {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return null;
  }
}

/** Two may find the same dead lock: the rename lets one of them win, and a living lock caught by it is put back. */
function removeDeadLock(lockFile, deadHolder) {
  const aside = `${lockFile}.dead.${process.pid}`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return;
  }
  if (readHolder(aside) === deadHolder) rmSync(aside, { force: true });
  else renameSync(aside, lockFile);
}
