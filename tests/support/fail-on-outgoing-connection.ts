import net from 'node:net';
import { afterEach, expect } from 'vitest';

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|0\.0\.0\.0|)$/;
const attempts: string[] = [];

const connect = net.Socket.prototype.connect;

/** Every TCP client of Node ends here: fetch, http, pg. The refusal is recorded too, in case the code swallows it. */
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const host = hostOf(args);
  if (LOOPBACK.test(host)) return Reflect.apply(connect, this, args) as net.Socket;
  attempts.push(host);
  return this.destroy(new Error(`A test may not connect to "${host}": start a stand-in on 127.0.0.1.`));
};

/** Called as (options), (port, host), (path), or with Node's own normalised [options, callback]. */
function hostOf(args: ReadonlyArray<unknown>): string {
  const [first, second] = args;
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === 'object' && first !== null) {
    return 'host' in first && typeof first.host === 'string' && !('path' in first && first.path)
      ? first.host
      : '';
  }
  return typeof second === 'string' ? second : '';
}

afterEach(() => {
  expect(attempts.splice(0), 'connections out of this machine').toEqual([]);
});
