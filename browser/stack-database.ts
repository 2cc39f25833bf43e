import { copyDatabase } from '../scripts/database/copy-database.mjs';
import { startThrowAwayDatabase } from '../scripts/database.mjs';
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
  return copyDatabase(template, 'encore_browser');
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
