import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { end, query, serverStops, startCommand } from './running-command';

const DATA_FOLDER = `SELECT setting AS "at" FROM pg_settings WHERE name = 'data_directory'`;

let kept: string;

beforeEach(() => {
  kept = path.join(mkdtempSync(path.join(tmpdir(), 'encore-kept-')), 'pg');
});

afterEach(() => {
  const pointer = path.join(kept, 'location');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
  rmSync(path.dirname(kept), { recursive: true });
});

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'a command ended by %s leaves no throw-away server',
  async (signal) => {
    const { command, url } = await startCommand();
    const [folder] = (await query(url, DATA_FOLDER)) as [{ at: string }];
    const stops = serverStops(url);
    await end(command, signal);
    await stops;
    await expect.poll(() => existsSync(folder.at), { timeout: 10_000 }).toBe(false);
  },
);

it('what a killed command wrote to a kept database is there for the next', async () => {
  const first = await startCommand(kept);
  await query(first.url, 'CREATE TABLE word AS SELECT 42 AS answer');
  await end(first.command, 'SIGKILL');
  const second = await startCommand(kept);
  expect(await query(second.url, 'SELECT answer FROM word')).toEqual([{ answer: 42 }]);
  await stop(second);
});

it('two commands at once share one server, which stops with the last of them', async () => {
  const [first, second] = await Promise.all([startCommand(kept), startCommand(kept)]);
  expect(second.url).toBe(first.url);
  await end(first.command, 'SIGKILL');
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await stop(second);
});

it('text is UTF-8 and sorts by code point on every machine', async () => {
  const { command, url } = await startCommand();
  const facts = `SELECT pg_encoding_to_char(encoding) AS encoding, datcollate FROM pg_database WHERE datname = 'encore'`;
  expect(await query(url, facts)).toEqual([{ encoding: 'UTF8', datcollate: 'C' }]);
  expect(
    await query(url, `SELECT min(word) AS first FROM (VALUES ('ä'), ('Z'), ('a')) AS words (word)`),
  ).toEqual([{ first: 'Z' }]);
  await end(command, 'SIGTERM');
});

const BY_SOCKET = 'SELECT inet_server_addr() IS NULL AS "bySocket"';

it('the server is reached by its socket, and by its port as well', async () => {
  const { command, url } = await startCommand();
  expect(await query(url, BY_SOCKET)).toEqual([{ bySocket: true }]);
  const byPort = new URL(url);
  byPort.searchParams.delete('host');
  expect(await query(byPort.href, BY_SOCKET)).toEqual([{ bySocket: false }]);
  await end(command, 'SIGTERM');
});

it('in a folder whose name a socket cannot bear there is the port', async () => {
  const spaced = path.join(path.dirname(kept), 'a folder', 'pg');
  const running = await startCommand(spaced);
  // What root keeps lies elsewhere, under a name of ours.
  const isRoot = process.getuid?.() === 0;
  expect(await query(running.url, BY_SOCKET)).toEqual([{ bySocket: isRoot }]);
  await stop(running);
  const pointer = path.join(spaced, 'location');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
});

async function stop({ command, url }: Awaited<ReturnType<typeof startCommand>>): Promise<void> {
  const stops = serverStops(url);
  await end(command, 'SIGTERM');
  await stops;
  await expect.poll(() => existsSync(`${kept}.lock`), { timeout: 10_000 }).toBe(false);
}
