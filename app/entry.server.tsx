import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { logPageError } from './log-page-error.server';
import { web } from './web.server';

const LONGEST_RENDER_MS = 6000;

// Here and not at the first request, so that a process with an unusable environment does not start.
const { addDocumentHeaders, answerWebhook, log } = web();

/** For server.ts, which asks it before anything of the pages sees a request. */
export const receiveShopifyWebhook = answerWebhook;

/** Streams a page; a crawler gets it whole, since it does not wait for the rest. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  addDocumentHeaders(request, headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      [ready]: () => {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        finalStatus = 500;
        log.warn({ shopId: null, detail: String(error) }, 'page could not be drawn');
      },
    });
    setTimeout(abort, LONGEST_RENDER_MS).unref();
  });
}

/** Remix would write past the log, and nothing at all in a test. */
export function handleError(error: unknown, { request }: { readonly request: Request }): void {
  logPageError(log, error, request);
}
