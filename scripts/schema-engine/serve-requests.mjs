import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { CatalogAdapter } from './catalog-adapter.mjs';
import { loadEngineClass } from './load-engine.mjs';

const USER_FACING_ERROR = 4466;
const METHOD_NAMES = { getDatabaseVersion: 'version' };

/**
 * Answers JSON-RPC requests, one a line, until standard input ends.
 * @param {string} url
 * @param {ReadonlyArray<string>} datamodelFiles
 */
export async function serveRequests(url, datamodelFiles) {
  const factory = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter(url));
  const datamodels = datamodelFiles.map((file) => [file, readFileSync(file, 'utf8')]);
  const SchemaEngine = await loadEngineClass();
  let engine;

  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { id, method, params } = JSON.parse(line);
    // Prisma answers our own `print` messages; those have no method.
    if (method === undefined) continue;
    try {
      // The adapter reaches an existing database only; the CLI made it before it asks.
      if (method === 'createDatabase') {
        send({ id, result: { databaseName: '' } });
        continue;
      }
      engine ??= await SchemaEngine.new(
        { datamodels: datamodels.length ? datamodels : undefined },
        () => {},
        factory,
      );
      if (method === 'evaluateDataLoss') await reachShadowDatabase(engine, params);
      const result = (await engine[METHOD_NAMES[method] ?? method](params)) ?? {};
      send({ id, result: method === 'diff' ? printDiff(id, result) : result });
    } catch (error) {
      send({ id, error: describe(error, factory) });
    }
  }
}

/** Once it has applied migrations, the WebAssembly engine weighs data loss only right after a diagnosis. */
async function reachShadowDatabase(engine, { migrationsList, filters }) {
  await engine.devDiagnostic({ migrationsList, filters });
}

/** The native engine prints a diff through a request of its own to the CLI. */
function printDiff(id, { stdout, exitCode }) {
  if (stdout) send({ id: -id, method: 'print', params: { content: stdout } });
  return { exitCode };
}

function describe(error, factory) {
  const cause = factory.errorRegistry?.lookupError?.(error)?.error ?? error;
  return {
    code: USER_FACING_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: false,
      message: String(cause.message ?? error),
      error_code: error.code ?? cause.code,
      meta: error.meta ?? null,
    },
  };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
