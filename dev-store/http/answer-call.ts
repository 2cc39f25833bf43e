import type { ServerResponse } from 'node:http';
import type { DevStore } from '../shop/dev-store';
import { sendJson } from './respond';
import { RefusedCall, type CallRequest, type Route } from './route';

/** Lets the first route whose method and path fit answer; what goes wrong is an answer too. */
export async function answerCall(
  store: DevStore,
  routes: ReadonlyArray<Route>,
  request: CallRequest,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url, 'http://localhost');
  for (const route of routes) {
    if (route.method !== request.method) continue;
    const match = route.path.exec(url.pathname);
    if (match === null) continue;
    try {
      const params = match.slice(1).map((part) => decodeURIComponent(part ?? ''));
      await route.answer(store, { request, response, url, params });
    } catch (error) {
      const status = error instanceof RefusedCall ? error.status : 500;
      const message = error instanceof Error ? error.message : String(error);
      // It was said the first time already.
      if (status === 500 && store.replay === null)
        process.stderr.write(`${request.method} ${url.pathname}: ${message}\n`);
      if (!response.headersSent) sendJson(response, status, { error: message });
      else response.destroy();
    }
    return;
  }
  sendJson(response, 404, {
    error: `nothing answers ${request.method} ${url.pathname}: see dev-store/README.md`,
  });
}
