import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startDatabase, withDatabase, type RunningDatabase } from '../scripts/database.mjs';
import { migrateDatabase } from '../scripts/migrate-database.mjs';
import { projectRoot } from '../scripts/project-root.mjs';

const NAME = 'encore';

/** Starts the demo's own database and brings it to the newest migration; `isFresh` empties it first. Throws when a newer
 * version of Encore has written it. */
export async function openDatabase(folder: string, isFresh: boolean): Promise<RunningDatabase> {
  // The journal of the store and the database belong together: a server of somebody else's knows nothing of the journal.
  delete process.env['DATABASE_URL'];
  const database = await startDatabase({ dataDir: folder, name: NAME });
  try {
    if (isFresh) await empty(database.url);
    if (!(await isUpToDate(database.url, folder))) migrateDatabase(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function empty(url: string): Promise<void> {
  await withClient(withDatabase(url, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${NAME}`);
  });
}

/** Whether every migration is applied. Throws when there are others too. */
async function isUpToDate(url: string, folder: string): Promise<boolean> {
  const applied = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string | null }>(
      `SELECT to_regclass('_prisma_migrations')::text AS name`,
    );
    if (rows[0]?.name == null) return [];
    const names = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
    );
    return names.rows.map(({ migration_name }) => migration_name);
  });
  const known = knownMigrations();
  const newer = unknownMigration(applied, known);
  if (newer === null) return known.every((name) => applied.includes(name));
  throw new Error(
    `the database in ${folder} was written by a newer version of Encore (migration ${newer}): update this clone, or start over with npm run demo -- --fresh`,
  );
}

/** The first migration of the database that this version does not have; null when it knows them all. */
export function unknownMigration(
  applied: ReadonlyArray<string>,
  known: ReadonlyArray<string>,
): string | null {
  return applied.find((name) => !known.includes(name)) ?? null;
}

function knownMigrations(): ReadonlyArray<string> {
  const folder = join(projectRoot, 'prisma', 'migrations');
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
