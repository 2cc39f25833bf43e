import { expect, inject, it } from 'vitest';
import { withDatabase } from '../../scripts/database.mjs';
import { runPrisma } from '../../scripts/migrate-database.mjs';

const server = withDatabase(inject('templateDatabaseUrl'), 'postgres');
const diff = (from: string, to: string) =>
  runPrisma(
    ['migrate', 'diff', from, 'prisma/migrations', to, 'prisma/schema.prisma', '--exit-code'],
    server,
  );

it('the migrations build just what schema.prisma describes', () => {
  const { status, stdout, stderr } = diff('--from-migrations', '--to-schema');
  expect(stdout + stderr).toContain('No difference detected');
  expect(status).toBe(0);
});

it('a table that only the migrations know would be seen', () => {
  const { status, stdout } = runPrisma(
    ['migrate', 'diff', '--from-empty', '--to-migrations', 'prisma/migrations', '--exit-code'],
    server,
  );
  expect(stdout).toContain('Touch');
  expect(status).toBe(2);
});
