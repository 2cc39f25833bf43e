import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { SetUpError } from '../set-up-error.mjs';

const USER = 'encore';
const START_ATTEMPTS = 3;
const SERVER_FLAGS = ['listen_addresses=127.0.0.1', 'max_connections=200'];
// Nothing of a throw-away cluster is wanted after a power cut, so it need not wait for the disk. It lives for minutes: a
// planner that learns of its tables once in a minute would mostly have worked without knowing them.
const THROW_AWAY_FLAGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=4GB',
  'autovacuum_naptime=5s',
];

/**
 * One PostgreSQL cluster in `folder`: data/, log and the password of its only user.
 * @typedef {{folder: string, programs: string, account: {uid: number, gid: number} | null, throwAway: boolean}} Cluster
 */

/**
 * Makes the cluster when it is not there and starts it unless it already runs.
 * @param {Cluster} cluster
 * @returns {Promise<{port: number, socket: string, user: string, password: string}>} socket: its folder, '' without one
 */
export async function startCluster(cluster) {
  if (!existsSync(path.join(cluster.folder, 'data', 'PG_VERSION'))) initialise(cluster);
  if (runningServer(cluster) === null) await startServer(cluster);
  const server = runningServer(cluster);
  if (server === null)
    throw new SetUpError(`${lastWords(cluster)}\nOr set DATABASE_URL to a server of yours.`);
  return { ...server, user: USER, password: readFileSync(passwordFile(cluster), 'utf8').trim() };
}

/** Fast shutdown: sessions are cut off, committed data are kept. @param {Cluster} cluster */
export function stopCluster(cluster) {
  if (runningServer(cluster) !== null) control(cluster, ['stop', '--mode=fast', '--wait', '--timeout=120']);
}

const passwordFile = ({ folder }) => path.join(folder, 'password');

function initialise(cluster) {
  writeFileSync(passwordFile(cluster), `${randomBytes(18).toString('hex')}\n`, { mode: 0o600 });
  if (cluster.account) chownSync(passwordFile(cluster), cluster.account.uid, cluster.account.gid);
  chmodSync(cluster.folder, 0o700);
  run(cluster, 'initdb', [
    `--pgdata=${path.join(cluster.folder, 'data')}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile(cluster)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...(cluster.throwAway ? ['--no-sync'] : []),
  ]);
}

/** postmaster.pid has the port in line 4 and the folder of the socket in line 5; pg_ctl tells a living server from a stale
 * file. */
function runningServer(cluster) {
  try {
    control(cluster, ['status']);
    const lines = readFileSync(path.join(cluster.folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
    const port = Number(lines[3]);
    return Number.isInteger(port) && port > 0 ? { port, socket: lines[4]?.trim() ?? '' } : null;
  } catch {
    return null;
  }
}

async function startServer(cluster) {
  const log = logFile(cluster);
  const flags = [...SERVER_FLAGS, ...(cluster.throwAway ? THROW_AWAY_FLAGS : [])];
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    // Some shared folders hold no sockets; the last try does without.
    const socket = attempt < START_ATTEMPTS ? socketFolder(cluster) : '';
    try {
      const settings = [...flags, `unix_socket_directories=${socket}`];
      const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
      control(cluster, ['start', '--wait', '--timeout=120', `--log=${log}`, `--options=${options}`]);
      return;
    } catch (error) {
      if (attempt < START_ATTEMPTS) continue;
      throw new SetUpError(existsSync(log) ? lastWords(cluster) : error.message);
    }
  }
}

const logFile = ({ folder }) => path.join(folder, 'log');

function lastWords(cluster) {
  const said = readFileSync(logFile(cluster), 'utf8').split('\n').slice(-12).join('\n');
  return `PostgreSQL did not start in ${cluster.folder}; its last words:\n${said}`;
}

/**
 * A socket answers sooner than a port. Systems allow its path some hundred bytes, and options are parted by spaces
 * and commas: elsewhere there is the port alone.
 */
function socketFolder({ folder }) {
  return process.platform !== 'win32' && /^[\w./-]{1,80}$/.test(folder) ? folder : '';
}

function control(cluster, args) {
  run(cluster, 'pg_ctl', [...args, `--pgdata=${path.join(cluster.folder, 'data')}`]);
}

function run({ programs, account, folder }, program, args) {
  try {
    execFileSync(path.join(programs, 'bin', program), args, {
      ...account,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      // A started server keeps what it inherits: a pipe here would never see its end.
      stdio: program === 'pg_ctl' ? 'ignore' : ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    throw new SetUpError(`${program} ${args[0]} failed: ${error.stderr?.toString().trim() || error.message}`);
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
