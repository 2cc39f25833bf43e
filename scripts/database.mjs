import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { SetUpError } from './set-up-error.mjs';

const KEEPER = fileURLToPath(new URL('database/keeper.mjs', import.meta.url));
// The second code is what the loser of two simultaneous creations gets.
const DATABASE_EXISTS = ['42P04', '23505'];

/** @typedef {{url: string, stop: () => Promise<void>}} RunningDatabase */

/**
 * The database that the product runs on: the server of DATABASE_URL, else an embedded PostgreSQL whose data stay in
 * `dataDir`. `stop` ends it (fast shutdown), and so does the end of this process, however it comes.
 * @param {{dataDir: string, name: string}} where
 * @returns {Promise<RunningDatabase>}
 */
export async function startDatabase({ dataDir, name }) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  return startEmbedded([dataDir], name);
}

/**
 * An empty database for one test run or simulation; nothing of it is left when it stops.
 * With DATABASE_URL set it is a database of its own on that server.
 * @param {{name: string}} what
 * @returns {Promise<RunningDatabase>}
 */
export async function startThrowAwayDatabase({ name }) {
  const server = process.env.DATABASE_URL;
  if (!server) return startEmbedded([], name);
  const database = `${name}_${process.pid}_${Date.now()}`;
  await query(server, `CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  const stop = () => query(server, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
  return { url: withDatabase(server, database), stop };
}

/**
 * The same server, another database.
 * @param {string} url
 * @param {string} database
 */
export function withDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

async function startEmbedded(keeperArgs, name) {
  const keeper = spawn(process.execPath, [KEEPER, ...keeperArgs], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const stopped = once(keeper, 'exit');
  const { port, socket, user, password, error } = await firstFact(keeper);
  if (error !== undefined) throw new SetUpError(error);
  const stop = async () => {
    keeper.ref();
    keeper.stdin.end();
    await stopped;
  };
  const way = socket ? `?host=${encodeURIComponent(socket)}` : '';
  const server = `postgresql://${user}:${password}@127.0.0.1:${port}/postgres${way}`;
  try {
    await query(server, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (failure) {
    if (!DATABASE_EXISTS.includes(failure.code)) {
      await stop();
      throw failure;
    }
  }
  // A command that forgets to stop must still be able to end; the keeper sees its end and stops the server.
  keeper.unref();
  keeper.stdin.unref();
  keeper.stdout.unref();
  return { url: withDatabase(server, name), stop };
}

async function firstFact(keeper) {
  for await (const line of createInterface({ input: keeper.stdout })) return JSON.parse(line);
  throw new SetUpError(
    'The keeper of the embedded database ended without a word; its errors are printed above.',
  );
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
