import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { createDatabaseStore } from '#adapters/database/database-store';
import type { Store } from '#flows/ports';
import { startThrowAwayDatabase } from '../scripts/database.mjs';
import { migrateDatabase } from '../scripts/migrate-database.mjs';
import { appEnvironment, newSecrets } from './app-environment';
import { GENERATED_HISTORY_UNTIL } from './generated-history';
import type { SimulationOptions } from './options';
import { freePort, startDevStore, startRunner, startWeb, stopAll } from './processes';

/** Nothing has happened yet: the simulation moves the clock to the end of the history itself. */
const BEFORE_ALL_ORDERS = '1970-01-01T00:00:00Z';

/** Everything that runs: a throw-away database, the local store, the web process and the runner. */
export type Stack = {
  readonly shopId: string;
  readonly handle: string;
  readonly devStoreUrl: string;
  readonly databaseUrl: string;
  readonly outbox: string;
  readonly client: Client;
  readonly store: Store;
  readonly runner: ChildProcess;
  readonly stop: () => Promise<void>;
};

/** Starts all of it on free ports of the loopback address. What was started is stopped again when a part fails. */
export async function startStack(source: SimulationOptions['source'], directory: string): Promise<Stack> {
  const outbox = join(directory, '.work', 'outbox');
  const [webPort, storePort] = [await freePort(), await freePort()];
  const common = { apiKey: 'simulation', webPort, storePort, outbox, secrets: newSecrets(randomBytes) };
  const handle = source.kind === 'orders' ? 'orders' : source.name;
  const from =
    source.kind === 'orders'
      ? ['--orders', source.directory]
      : ['--store', source.name, '--history-until', GENERATED_HISTORY_UNTIL];
  const storeEnv = appEnvironment({ ...common, databaseUrl: '' });
  const at = [
    '--port',
    String(storePort),
    '--app-url',
    storeEnv.SHOPIFY_APP_URL,
    '--clock',
    BEFORE_ALL_ORDERS,
  ];
  // It reads the orders while the database starts.
  const storeStarting = startDevStore([...from, ...at], storeEnv);
  const starting: Array<Promise<ChildProcess>> = [];
  const awaitLater = (part: Promise<ChildProcess>) => {
    part.catch(() => undefined); // told below
    starting.push(part);
  };
  awaitLater(storeStarting.then(({ child }) => child));
  const database = await startThrowAwayDatabase({ name: 'encore' }).catch(async (error: unknown) => {
    await stopStarting(starting);
    throw error;
  });
  const children: ChildProcess[] = [];
  const client = new Client({ connectionString: database.url });
  const prisma = createPrisma({ connectionString: database.url, connections: 2 });
  let stopping: Promise<void> | null = null;
  const stop = () =>
    (stopping ??= (async () => {
      await stopAll(children);
      await stopStarting(starting);
      await closeConnections(prisma);
      await client.end().catch(() => undefined);
      await database.stop();
    })());
  // What waits for the processes then fails, cleans up behind itself and ends the program.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  try {
    migrateDatabase(database.url);
    await client.connect();
    const env = appEnvironment({ ...common, databaseUrl: database.url });
    const runner = startRunner(env);
    children.push(runner);
    awaitLater(startWeb(webPort, env));
    await Promise.all(starting);
    const devStore = await storeStarting;
    return {
      shopId: `${handle}.myshopify.com`,
      handle,
      devStoreUrl: devStore.url,
      databaseUrl: database.url,
      outbox,
      client,
      store: createDatabaseStore({
        prisma,
        enqueue: () => Promise.reject(new Error('a simulation starts no jobs itself')),
      }),
      runner,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A part may still be on its way up when another fails. */
async function stopStarting(starting: ReadonlyArray<Promise<ChildProcess>>): Promise<void> {
  const started = await Promise.allSettled(starting);
  await stopAll(started.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : [])));
}
