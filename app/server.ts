import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import { installGlobals, type ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { receiveShopifyWebhook } from './entry.server';

const PORT = Number(process.env['PORT'] ?? 3000);

/** What the app's bundle says besides its pages; entry.server.tsx exports it. */
type Bundle = ServerBuild & {
  readonly entry: { readonly module: { readonly receiveShopifyWebhook: typeof receiveShopifyWebhook } };
};

/**
 * The web process: webhooks first, then the browser's files, then pages. No request is logged here, for the addresses of
 * the admin and of links in e-mails hold tokens.
 */
async function main(): Promise<void> {
  installGlobals({ nativeFetch: true });
  const build = (await import(pathToFileURL('build/server/index.js').href)) as Bundle;
  const pages = createRequestHandler({ build, mode: process.env.NODE_ENV });
  const answerWebhook = build.entry.module.receiveShopifyWebhook;
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    answerWebhook(request, response).then((isAnswered) => {
      if (!isAnswered) next();
    }, next);
  });
  // Remix refuses a POST that names another origin. Here the link itself says who may do what, and mail programs send
  // whatever origin they like: an unsubscribe must never fail for that. A web pixel has none.
  app.use(['/u', '/pixel'], (request, _response, next) => {
    delete request.headers.origin;
    next();
  });
  app.use(compression());
  app.use(build.publicPath, express.static(build.assetsBuildDirectory, { immutable: true, maxAge: '1y' }));
  app.all('*', (request, response, next) => void pages(request, response, next));
  const server = app.listen(PORT, process.env['HOST'] ?? '0.0.0.0');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => server.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
