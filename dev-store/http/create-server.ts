import { createServer, type Server } from 'node:http';
import type { DevStore } from '../shop/dev-store';
import { sendJson } from './respond';
import { RefusedCall, type Route } from './route';

/** Serves the routes; the first whose method and path fit answers. */
export function createStoreServer(store: DevStore, routes: ReadonlyArray<Route>): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    for (const route of routes) {
      if (route.method !== request.method) continue;
      const match = route.path.exec(url.pathname);
      if (match === null) continue;
      Promise.resolve()
        .then(() => {
          const params = match.slice(1).map((part) => decodeURIComponent(part ?? ''));
          return route.answer(store, { request, response, url, params });
        })
        .catch((error: unknown) => {
          const status = error instanceof RefusedCall ? error.status : 500;
          const message = error instanceof Error ? error.message : String(error);
          if (status === 500) process.stderr.write(`${request.method} ${url.pathname}: ${message}\n`);
          if (!response.headersSent) sendJson(response, status, { error: message });
          else response.destroy();
        });
      return;
    }
    sendJson(response, 404, {
      error: `nothing answers ${request.method} ${url.pathname}: see dev-store/README.md`,
    });
  });
}
