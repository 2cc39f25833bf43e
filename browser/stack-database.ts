import { randomUUID } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { startThrowAwayDatabase, withDatabase } from '../scripts/database.mjs';
import { migrateDatabase } from '../scripts/migrate-database.mjs';

/** Names a migrated database that nothing is connected to; workers of a test run are told by their environment. */
const TEMPLATE = 'ENCORE_TEMPLATE_DATABASE_URL';

type StackDatabase = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts the server that all stacks of a test run share, with the template of their databases. Out: stops it. */
export default async function startTemplateDatabase(): Promise<() => Promise<void>> {
  const { url, stop } = await startMigrated('encore_browser_template');
  process.env[TEMPLATE] = url;
  return stop;
}

/** A migrated database for one stack: a copy of the test run's template, or on a server of its own outside of one. */
export async function startStackDatabase(): Promise<StackDatabase> {
  const template = process.env[TEMPLATE];
  if (template === undefined) return startMigrated('encore_browser');
  const name = `encore_browser_${randomUUID()}`;
  const templateName = decodeURIComponent(new URL(template).pathname.slice(1));
  await run(template, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(templateName)}`);
  const stop = () => run(template, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
  return { url: withDatabase(template, name), stop };
}

async function startMigrated(name: string): Promise<StackDatabase> {
  const database = await startThrowAwayDatabase({ name });
  try {
    migrateDatabase(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** From the server's own database: a template must have no session while it is copied. */
async function run(template: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(template, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
