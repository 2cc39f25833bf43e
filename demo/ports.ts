import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../simulate/processes';

const USUAL_STORE_PORT = 4560;
const ATTEMPTS = 20;
const POLL_MS = 100;

/** The port of the local admin page: the one asked for, which must be free, else the one it had or the usual one. */
export async function choosePort(asked: number | null, before: number | null): Promise<number> {
  const wanted = asked ?? before ?? USUAL_STORE_PORT;
  if (await becomesFree(wanted)) return wanted;
  if (asked === null) return freePort();
  throw new Error(
    `port ${asked} is taken by another program: stop it, or choose another with npm run demo -- --port ${asked + 1}`,
  );
}

/** The port of the app: the one that the links in earlier e-mails name, as long as nobody else has it. */
export async function chooseWebPort(before: number | null): Promise<number> {
  return before !== null && (await becomesFree(before)) ? before : freePort();
}

/** The processes of a demo that was just killed give their ports back a moment later. */
async function becomesFree(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await isFree(port)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
