import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startThrowAwayDatabase } from '../../scripts/database.mjs';
import { migrateDatabase } from '../../scripts/migrate-database.mjs';

export type Stack = {
  readonly devStore: string;
  readonly web: string;
  readonly database: Client;
  readonly stop: () => Promise<void>;
};

/** A database, a local Shopify, the built web process and the runner, on free ports of the loopback address. */
export async function startStack(stores: ReadonlyArray<string>): Promise<Stack> {
  const database = await startThrowAwayDatabase({ name: 'encore_e2e' });
  migrateDatabase(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const [webPort, storePort] = [await freePort(), await freePort()];
  const [web, devStore] = [`http://127.0.0.1:${webPort}`, `http://127.0.0.1:${storePort}`];
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test', // with "development" remix-serve looks for Remix's own development server
    DATABASE_URL: database.url,
    SHOPIFY_API_KEY: 'e2e-key',
    SHOPIFY_API_SECRET: randomBytes(24).toString('hex'),
    SHOPIFY_APP_URL: web,
    SHOPIFY_API_ORIGIN: devStore,
    APP_BRIDGE_URL: `${devStore}/app-bridge.js`,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    LINK_SIGNING_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'warn',
    OUTBOX_DIR: mkdtempSync(join(tmpdir(), 'encore-e2e-')),
    HOST: '127.0.0.1',
    PORT: String(webPort),
  };
  const named = stores.flatMap((store) => ['--store', store]);
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(end));
    await client.end();
    await database.stop();
  };
  try {
    children.push(await startDevStore(['--port', String(storePort), '--app-url', web, ...named], env));
    children.push(await startWeb(web, env));
    children.push(startRunner(env));
  } catch (error) {
    await stop();
    throw error;
  }
  return { devStore, web, database: client, stop };
}

async function startDevStore(args: ReadonlyArray<string>, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'dev-store/main.ts', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('{')) return child;
  throw new Error('the dev store ended before it listened; what it said is above');
}

async function startWeb(url: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const cli = 'node_modules/@remix-run/serve/dist/cli.js';
  const child = spawn(process.execPath, [cli, 'build/server/index.js'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null)
      throw new Error(`the web process ended with ${child.exitCode}; is it built?`);
    const isUp = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return child;
    await pause(100);
  }
  throw new Error(`${url} did not answer within 30 seconds`);
}

function startRunner(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'app/runner/main.ts'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string')
    throw new Error('no free port could be had on 127.0.0.1');
  return address.port;
}
