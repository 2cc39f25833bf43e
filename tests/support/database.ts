import { afterAll, inject } from 'vitest';
import { copyDatabase } from '../../scripts/database/copy-database.mjs';

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
  const { url, stop } = await copyDatabase(template, 'encore_test');
  afterAll(stop);
  return { url };
}
