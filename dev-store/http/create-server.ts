import { createServer, type IncomingMessage, type Server } from 'node:http';
import { isChanging } from '../journal/is-changing';
import type { DevStore } from '../shop/dev-store';
import { answerCall } from './answer-call';
import { sendJson } from './respond';
import type { CallRequest, Route } from './route';

/** The headers that answers depend on. */
const HEADERS_THAT_MATTER = ['x-dev-shop', 'x-shopify-access-token', 'shopify-storefront-private-token'];

/** Serves the routes. A request that may change the store is in the journal before it does. */
export function createStoreServer(store: DevStore, routes: ReadonlyArray<Route>): Server {
  return createServer((incoming, response) => {
    readBody(incoming).then(
      (body) => {
        if (store.replay !== null) {
          sendJson(response, 503, { error: 'the store is being opened: ask again in a second' });
          return;
        }
        const { method = 'GET', url = '/', headers } = incoming;
        const request: CallRequest = { method, url, headers: plainHeaders(headers), body };
        // Nothing waits between this line and the change, so the journal has changes in their order.
        if (isChanging(request)) store.journal.write(store, { kind: 'call', ...request });
        void answerCall(store, routes, request, response);
      },
      () => response.destroy(),
    );
  });
}

function plainHeaders(headers: IncomingMessage['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    HEADERS_THAT_MATTER.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
