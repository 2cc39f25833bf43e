import { PgBoss } from 'pg-boss';
import type { TestProject } from 'vitest/node';
import { startThrowAwayDatabase } from '../../scripts/database.mjs';
import { migrateDatabase } from '../../scripts/migrate-database.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nothing is connected to: what every test database is copied from. */
    templateDatabaseUrl: string;
  }
}

export default async function startTemplateDatabase(project: TestProject): Promise<() => Promise<void>> {
  const database = await startThrowAwayDatabase({ name: 'encore_template' });
  try {
    migrateDatabase(database.url);
    await createJobTables(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  project.provide('templateDatabaseUrl', database.url);
  return database.stop;
}

async function createJobTables(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  await boss.stop({ graceful: false });
}
