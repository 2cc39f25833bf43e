import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { devStoreClock } from '#adapters/clock/dev-store-clock';
import { MONDAY } from '../../support/build-order';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let stop = () => {};
afterEach(() => stop());

/** A local store whose requests are answered one after the other as listed. */
async function clockOf(...answers: ReadonlyArray<Answer>) {
  const waiting = [...answers];
  const server = createServer((request, response) => waiting.shift()?.(request, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  stop = () => server.close().closeAllConnections();
  return devStoreClock(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const tell: Answer = (_, response) => response.end(JSON.stringify({ now: new Date(MONDAY).toISOString() }));
const hangUp: Answer = (request) => request.socket.destroy();

it('a kept connection that is closed while it is used again is no fault: the time is asked for anew', async () => {
  const clock = await clockOf(tell, hangUp, tell);
  expect([await clock.now(), await clock.now()]).toEqual([MONDAY, MONDAY]);
});

it('a store that hangs up on a new connection is not there', async () => {
  const clock = await clockOf(hangUp, tell);
  await expect(clock.now()).rejects.toThrow('socket hang up');
});
