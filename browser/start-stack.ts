import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { conduct } from '../demo/conductor';
import { appEnvironment, newSecrets } from '../simulate/app-environment';
import { deliverEmails } from '../simulate/deliver-emails';
import { createDevStoreClient } from '../simulate/dev-store-client';
import { GENERATED_HISTORY_UNTIL } from '../simulate/generated-history';
import { freePort, startDevStore, startRunner, startWeb, stopAll } from '../simulate/processes';
import { startStackDatabase } from './stack-database';

export type StoreName = 'demo' | 'tiny' | 'empty';

export type Stack = {
  readonly devStore: string;
  readonly web: string;
  readonly database: Client;
  readonly stop: () => Promise<void>;
};

/**
 * A database, a local Shopify, the built web process and the runner, on free ports of the loopback address. No shop has
 * the app yet; the clock stands until a page moves it. Nobody answers the emails but the test, unless the shoppers of the
 * first store are to.
 */
export async function startStack(
  stores: ReadonlyArray<StoreName>,
  shoppers: 'silent' | 'answering' = 'silent',
): Promise<Stack> {
  const database = await startStackDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const [webPort, storePort] = [await freePort(), await freePort()];
  const outbox = mkdtempSync(join(tmpdir(), 'encore-browser-'));
  const env = appEnvironment({
    apiKey: 'e2e',
    databaseUrl: database.url,
    webPort,
    storePort,
    outbox,
    secrets: newSecrets(randomBytes),
  });
  const children: ChildProcess[] = [];
  const stopping = new AbortController();
  let conducting: Promise<void> = Promise.resolve();
  const stop = async () => {
    stopping.abort();
    try {
      await conducting;
    } finally {
      await stopAll(children);
      await client.end();
      await database.stop();
      rmSync(outbox, { recursive: true, force: true });
    }
  };
  try {
    const named = stores.flatMap((store) => ['--store', store]);
    const times = ['--history-until', GENERATED_HISTORY_UNTIL, '--clock', GENERATED_HISTORY_UNTIL];
    const at = ['--port', String(storePort), '--app-url', env.SHOPIFY_APP_URL, '--conducted'];
    const devStore = await startDevStore([...named, ...times, ...at], env);
    children.push(devStore.child);
    children.push(await startWeb(webPort, env));
    const runner = startRunner(env);
    children.push(runner);
    const store = createDevStoreClient(devStore.url, `${stores[0] ?? 'empty'}.myshopify.com`);
    const deliver = async (now: number) => {
      if (shoppers === 'answering') await deliverEmails({ client, store, outbox, now });
    };
    conducting = conduct({ store, runner, deliver }, stopping.signal);
    conducting.catch(() => undefined); // told by stop
    return { devStore: devStore.url, web: env.SHOPIFY_APP_URL, database: client, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
