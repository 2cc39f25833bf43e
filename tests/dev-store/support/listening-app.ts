import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HeardCall = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

export type Reply = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

export type ListeningApp = {
  readonly url: string;
  readonly heard: HeardCall[];
  reply: (call: HeardCall) => Reply;
  topics(): ReadonlyArray<string>;
  stop(): Promise<void>;
};

/** An app that takes down what it is told and answers 200, or what `reply` says. */
export async function startListeningApp(): Promise<ListeningApp> {
  const heard: HeardCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        text: Buffer.concat(chunks).toString(),
      };
      heard.push(call);
      const { status, headers } = app.reply(call);
      response.writeHead(status, headers);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const app: ListeningApp = {
    url: `http://127.0.0.1:${port}`,
    heard,
    reply: () => ({ status: 200 }),
    topics: () => heard.flatMap(({ headers }) => headers['x-shopify-topic'] ?? []).map(String),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return app;
}
