#!/usr/bin/env node
// Stands in for Prisma's native schema engine, a download that the npm registry does not hold. Speaks its protocol
// (`cli <command>` sub-commands, else JSON-RPC lines on stdio) and answers with Prisma's own WebAssembly build of the
// engine over the ordinary pg driver. prisma.config.ts points Prisma here.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { runDatabaseCommand } from './schema-engine/database-commands.mjs';
import { serveRequests } from './schema-engine/serve-requests.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    datasource: { type: 'string' },
    datamodels: { type: 'string', short: 'd', multiple: true },
    version: { type: 'boolean' },
  },
});
const url = values.datasource ? JSON.parse(values.datasource).url : process.env.DATABASE_URL;

if (values.version) {
  const { version } = createRequire(import.meta.url)('@prisma/schema-engine-wasm/package.json');
  console.log(`schema-engine-wasm ${version}`);
} else if (positionals[0] === 'cli') {
  process.exitCode = await runDatabaseCommand(positionals[1], url);
} else {
  await serveRequests(url, values.datamodels ?? []);
  // The engine's pools would keep the process alive after Prisma has closed the conversation.
  process.exit(0);
}
