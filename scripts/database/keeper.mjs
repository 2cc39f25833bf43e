// Runs beside the command that uses an embedded database: starts the server, says where it is in one line of JSON,
// and stops it when its standard input ends, which is when that command stops, fails, or is killed outright.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withFileLock } from '../file-lock.mjs';
import { identityOf, isAlive } from '../process-identity.mjs';
import { startCluster, stopCluster } from './cluster.mjs';
import { keptFolder, throwAwayFolder } from './cluster-folder.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { postgresPrograms } from './postgres-programs.mjs';

// The command may still be writing while it shuts down: only the end of the input stops the database.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
// A command killed during the start no longer listens, and its server has to be stopped all the same.
process.stdout.on('error', () => {});

const dataDir = process.argv[2];
const inputEnded = new Promise((resolve) => process.stdin.on('close', resolve).resume());

if (dataDir === undefined) await keepThrowAway();
else await keepShared(path.resolve(dataDir));

async function keepThrowAway() {
  const account = postgresAccount();
  const folder = throwAwayFolder(account);
  const cluster = { folder, programs: postgresPrograms(account), account, throwAway: true };
  try {
    tell(await startCluster(cluster));
    await inputEnded;
  } catch (error) {
    tell({ error: error.message });
  } finally {
    stopCluster(cluster);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Several commands may use one kept database: each leaves its name in users/, the last one stops the server. */
async function keepShared(kept) {
  const lock = path.join(path.dirname(kept), `${path.basename(kept)}.lock`);
  const users = path.join(kept, 'users');
  const me = path.join(users, String(identityOf(process.pid)));
  try {
    const cluster = await withFileLock(lock, async () => {
      const account = postgresAccount();
      const folder = keptFolder(kept, account);
      const found = { folder, programs: postgresPrograms(account), account, throwAway: false };
      mkdirSync(users, { recursive: true });
      writeFileSync(me, '');
      tell(await startCluster(found));
      return found;
    });
    await inputEnded;
    await withFileLock(lock, () => {
      rmSync(me, { force: true });
      if (!readdirSync(users).some(isAlive)) stopCluster(cluster);
    });
  } catch (error) {
    rmSync(me, { force: true });
    tell({ error: error.message });
  }
}

function tell(fact) {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
}
