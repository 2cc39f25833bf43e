import { randomUUID } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { afterAll, inject } from 'vitest';
import { withDatabase } from '../../scripts/database.mjs';

/**
 * A migrated database for this test file (or `describe`) alone, dropped after its last test.
 * Call it where tests are collected, not inside a test.
 */
export async function freshDatabase(): Promise<{ readonly url: string }> {
  const template = inject('templateDatabaseUrl');
  if (!template) {
    throw new Error(
      'No database was started for this folder of tests: name it in WITH_DATABASE of vitest.config.ts.',
    );
  }
  const name = `encore_test_${randomUUID()}`;
  const templateName = decodeURIComponent(new URL(template).pathname.slice(1));
  await run(template, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(templateName)}`);
  afterAll(() => run(template, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`));
  return { url: withDatabase(template, name) };
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
