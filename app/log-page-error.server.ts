import { isRouteErrorResponse } from '@remix-run/react';
import type { Log } from '#flows/ports';

const NOT_FOUND = 404;

/**
 * Tells the operator what a page could not answer. Without the address: it may hold the token of an unsubscribe link or
 * the hash of a guest's address. Who has gone before the answer came is no fault, nor is an address that leads nowhere.
 */
export function logPageError(
  log: Pick<Log, 'warn'>,
  error: unknown,
  request: Pick<Request, 'method' | 'signal'>,
): void {
  const isResponse = isRouteErrorResponse(error);
  if (request.signal.aborted || (isResponse && error.status === NOT_FOUND)) return;
  const status = isResponse ? error.status : 500;
  log.warn(
    { shopId: null, method: request.method, status, detail: stackOf(error) },
    'page could not be answered',
  );
}

/** Remix keeps what it refuses with, such as a POST to a page that takes none, inside of its answer. */
function stackOf(error: unknown): string {
  if (isRouteErrorResponse(error)) return 'error' in error ? stackOf(error.error) : error.statusText;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
