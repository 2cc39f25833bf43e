import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The npm registry holds no native schema engine. On Windows Prisma cannot start a script, so there it downloads its own.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, 'scripts/schema-engine.mjs');
}

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // `prisma generate` needs no database; whatever does need one says that the URL is missing.
  ...(url ? { datasource: { url } } : {}),
});
