import type { ServerResponse } from 'node:http';
import type { DevStore } from '../shop/dev-store';

/** A request that has arrived whole. */
export type CallRequest = {
  readonly method: string;
  readonly url: string; // path and query
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Call = {
  readonly request: CallRequest;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly params: ReadonlyArray<string>; // the groups of the route's path
};

export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (store: DevStore, call: Call) => void | Promise<void>;
};

/** Refuses a call; the message names the value and the remedy. */
export class RefusedCall extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
