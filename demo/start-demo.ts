import type { ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import { Client } from 'pg';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { createDatabaseStore } from '#adapters/database/database-store';
import { appEnvironment } from '../simulate/app-environment';
import { deliverEmails } from '../simulate/deliver-emails';
import { createDevStoreClient, type DevStoreClient } from '../simulate/dev-store-client';
import { GENERATED_HISTORY_UNTIL } from '../simulate/generated-history';
import { installAndImport } from '../simulate/install';
import { startDevStore, startRunner, startWeb, stopAll } from '../simulate/processes';
import { simulatedDays } from '../simulate/simulated-days';
import { conduct, type Orchestra } from './conductor';
import type { DataFolder } from './data-folder';
import { openDatabase } from './database';
import type { DemoOptions } from './options';
import { choosePort, chooseWebPort } from './ports';

const BEFORE_ALL_ORDERS = '1970-01-01T00:00:00Z';
const GENERATED_STORES = ['demo', 'tiny', 'empty'];

export type RunningDemo = {
  readonly url: string;
  /** Ends when the demo is asked to stop; fails when one of its processes ends by itself. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts database, local store, web process and runner, and imports the store's history unless it is there already. */
export async function startDemo(
  options: DemoOptions,
  folder: DataFolder,
  report: (line: string) => void,
  signal: AbortSignal,
): Promise<RunningDemo> {
  const storePort = await choosePort(options.port, folder.memory.storePort);
  const webPort = await chooseWebPort(folder.memory.webPort);
  folder.remember({ storePort, webPort });
  report('starting database, local store, app and runner');
  const common = {
    apiKey: 'demo',
    webPort,
    storePort,
    outbox: folder.outbox,
    secrets: folder.memory.secrets,
  };
  const storeEnv = appEnvironment({ ...common, databaseUrl: '' });
  // It reads and replays while the database starts.
  const storeStarting = startDevStore(
    storeArguments(options, folder, storePort, storeEnv.SHOPIFY_APP_URL),
    storeEnv,
  ).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${said}: why is said above; npm run demo -- --fresh starts over`, { cause: error });
  });
  storeStarting.catch(() => undefined); // told below
  const database = await openDatabase(folder.databaseFolder, options.isFresh);
  const client = new Client({ connectionString: database.url });
  const prisma = createPrisma({ connectionString: database.url, connections: 2 });
  const children: ChildProcess[] = [];
  // What waits for a process then fails, and everything is stopped.
  const giveUp = () => void stopAll(children);
  signal.addEventListener('abort', giveUp);
  const stop = async () => {
    await stopAll(children);
    await closeConnections(prisma);
    await client.end().catch(() => undefined);
    await database.stop();
  };
  try {
    await client.connect();
    const env = appEnvironment({ ...common, databaseUrl: database.url });
    const runner = startRunner(env);
    children.push(runner);
    const [devStore, web] = await Promise.all([storeStarting, startWeb(webPort, env)]);
    children.push(devStore.child, web);
    signal.throwIfAborted();
    const handles = options.ordersFolder === null ? GENERATED_STORES : ['orders'];
    const clients = handles.map((handle) => createDevStoreClient(devStore.url, `${handle}.myshopify.com`));
    const [main] = clients;
    const [handle] = handles;
    if (main === undefined || handle === undefined) throw new Error('the demo has no store');
    const deliver = async (now: number) => {
      for (const store of clients) await deliverEmails({ client, store, outbox: folder.outbox, now });
    };
    if (!folder.memory.isImported) {
      report('importing a year of orders; this takes about a minute');
      await importHistory(main, handle, devStore.url, runner, options, report, prisma);
      folder.remember({ isImported: true });
    }
    // From here on a stop waits for the step in progress.
    signal.removeEventListener('abort', giveUp);
    signal.throwIfAborted();
    const orchestra: Orchestra = { store: main, runner, deliver };
    return {
      url: `${devStore.url}/store/${handle}/apps/encore`,
      run: (signal) => Promise.race([conduct(orchestra, signal), firstToEnd(children, signal)]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function storeArguments(options: DemoOptions, folder: DataFolder, port: number, appUrl: string) {
  const { ordersFolder } = options;
  const source =
    ordersFolder === null
      ? [
          ...GENERATED_STORES.flatMap((name) => ['--store', name]),
          ...['--history-until', GENERATED_HISTORY_UNTIL, '--clock', GENERATED_HISTORY_UNTIL],
        ]
      : ['--orders', ordersFolder, '--clock', BEFORE_ALL_ORDERS];
  const at = ['--port', String(port), '--app-url', appUrl, '--journal', folder.journal, '--conducted'];
  return [...source, ...at];
}

async function importHistory(
  client: DevStoreClient,
  handle: string,
  devStoreUrl: string,
  runner: ChildProcess,
  options: DemoOptions,
  report: (line: string) => void,
  prisma: ReturnType<typeof createPrisma>,
): Promise<void> {
  const { ordersFolder } = options;
  const now =
    ordersFolder === null
      ? Date.parse(GENERATED_HISTORY_UNTIL)
      : simulatedDays({ historyUntil: null, to: null }, await client.facts()).historyUntil - 1;
  // A start that was cut off may have come this far.
  await client.moveClock(Math.max(now, (await client.target()).now));
  let told = -1;
  await installAndImport({
    stack: { devStoreUrl, handle, shopId: client.shopId, runner },
    client,
    store: createDatabaseStore({
      prisma,
      enqueue: () => Promise.reject(new Error('the demo starts no jobs itself')),
    }),
    settings: null,
    now,
    report: (ordersRead) => {
      if (ordersRead === told) return;
      told = ordersRead;
      report(
        `  ${ordersRead} orders of ${ordersFolder === null ? 'the demo store' : basename(ordersFolder)} read`,
      );
    },
  });
  // Shopify's times are whole seconds: an order of this very second would be taken for history.
  await client.moveClock(1000 * (Math.floor(now / 1000) + 1));
}

/** A demo of which a part has ended by itself is no demo any more. */
function firstToEnd(children: ReadonlyArray<ChildProcess>, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    for (const child of children) {
      child.once('exit', (code) => {
        if (signal.aborted) return;
        const program = child.spawnargs.find((argument) => /(main|server)\.ts$/.test(argument)) ?? '';
        reject(
          new Error(
            `a process of the demo ended with code ${code} (${program}): its words are above; start the demo again`,
          ),
        );
      });
    }
  });
}
