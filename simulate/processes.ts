import { randomInt } from 'node:crypto';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TSX = ['--import', 'tsx'];
const END_WITH_PARENT = ['--import', new URL('end-with-parent.mjs', import.meta.url).href];

/** Below the ports that systems hand out to outgoing connections, one of which may take a port before it is listened on. */
const [LOWEST_PORT, HIGHEST_PORT] = [10_000, 32_000];

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(LOWEST_PORT, HIGHEST_PORT);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    return port;
  }
  throw new Error(`no free port could be had on 127.0.0.1 from ${LOWEST_PORT} to ${HIGHEST_PORT}`);
}

/** Starts the local store and waits for the line in which it says where it listens. Its complaints go to stderr. */
export async function startDevStore(
  args: ReadonlyArray<string>,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [...END_WITH_PARENT, ...TSX, 'dev-store/main.ts', ...args], {
    cwd: ROOT,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{')) return JSON.parse(line) as { url: string };
    }
    throw new Error('the local store ended before it listened');
  })();
  const { url } = await ready;
  return { child, url };
}

/** Starts the built web process and waits until it answers. Its one file of TypeScript is read by Node itself. */
export async function startWeb(port: number, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...END_WITH_PARENT, 'app/server.ts'], {
    cwd: ROOT,
    env: { ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null)
      throw new Error(`the web process ended with code ${child.exitCode} before it answered`);
    const answered = await fetch(`http://127.0.0.1:${port}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return child;
    await sleep(100);
  }
  throw new Error('the web process did not answer within 30 seconds');
}

/** Starts the runner with a channel over which it is told the time. */
export function startRunner(env: NodeJS.ProcessEnv): ChildProcess {
  return fork('app/runner/main.ts', [], {
    cwd: ROOT,
    env,
    execArgv: TSX,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Asks each process to end and waits for it. */
export async function stopAll(children: ReadonlyArray<ChildProcess>): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(late);
    }),
  );
}
