import { execFileSync } from 'node:child_process';
import { SetUpError } from '../set-up-error.mjs';

const NAME = 'postgres';

/**
 * The system account to run PostgreSQL as: null for an ordinary user (it runs as that user), the user postgres for
 * root, because PostgreSQL refuses to run as root. The user is created when it is missing.
 * @returns {{uid: number, gid: number} | null}
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return null;
  if (idOf('-u') === null) createAccount();
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid === null || gid === null) {
    throw new SetUpError(
      `PostgreSQL cannot run as root and the user "${NAME}" could not be created: create it, run as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return { uid, gid };
}

function idOf(flag) {
  try {
    return Number(execFileSync('id', [flag, NAME], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}

function createAccount() {
  for (const [command, args] of [
    ['groupadd', ['--system', NAME]],
    ['useradd', ['--system', '--gid', NAME, '--no-create-home', NAME]],
  ]) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      // The group may exist without the user; what counts is whether the user is there afterwards.
    }
  }
}
