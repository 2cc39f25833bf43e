import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** Starts use-database.mjs and waits until it says which database it has. */
export async function startCommand(
  ...args: ReadonlyArray<string>
): Promise<{ command: ChildProcess; url: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const command = spawn(process.execPath, [path.join(import.meta.dirname, 'use-database.mjs'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface({ input: command.stdout }), 'line')) as [string];
  return { command, url };
}

export async function end(command: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(command, 'exit');
  command.kill(signal);
  await ended;
}

/** Resolves when the server closes the session, which is what its shutdown does first. */
export async function serverStops(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    return;
  }
  await new Promise((resolve) => client.once('end', resolve));
}

export async function query(url: string, sql: string): Promise<ReadonlyArray<unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
