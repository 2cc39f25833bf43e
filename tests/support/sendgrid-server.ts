import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Behaviour } from './sendgrid-behaviour';
import { createEventSigner } from './sendgrid-events';
import { answerJson, parseJson, readBody, refuse } from './sendgrid-http';
import { MailBody } from './sendgrid-mail-body';

export type AcceptedMail = {
  readonly shopId: string;
  readonly touchId: string;
  readonly at: number;
  readonly body: MailBody;
};

/** A SendGrid on this machine. Also speaks over HTTP: GET /_accepted, POST /_behaviour, POST /_events. */
export type SendGridServer = {
  readonly url: string;
  readonly publicKey: string; // of its event webhook
  accepted(): ReadonlyArray<AcceptedMail>;
  requests(): number; // POST /v3/mail/send, refused ones included
  answerNext(...behaviours: ReadonlyArray<Behaviour>): void; // one request each, then as always
  answerAlways(behaviour: Behaviour): void;
  sendEvents(url: string, events: ReadonlyArray<unknown>): Promise<number>; // the receiver's status
  close(): Promise<void>;
};

const LARGEST_BODY = 30_000_000;
const BehaviourRequest = z.strictObject({
  next: z.array(Behaviour).optional(),
  always: Behaviour.optional(),
});
const EventsRequest = z.strictObject({ url: z.url(), events: z.array(z.unknown()) });

/** Starts it on 127.0.0.1. In: port, 0 for any free one. Out: the running server. */
export async function startSendGridServer(port: number): Promise<SendGridServer> {
  const accepted: AcceptedMail[] = [];
  const signer = createEventSigner();
  const next: Behaviour[] = [];
  let always: Behaviour = { kind: 'accept' };
  let requests = 0;

  async function sendMail(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    const raw = await readBody(request);
    const behaviour = next.shift() ?? always;
    if (!/^Bearer SG\..+/.test(request.headers.authorization ?? ''))
      return refuse(response, 401, 'authorization required');
    if (raw.length > LARGEST_BODY) return refuse(response, 413, 'content too large');
    const mail = MailBody.safeParse(parseJson(raw));
    if (!mail.success) return refuse(response, 400, z.prettifyError(mail.error));
    if (behaviour.kind === 'accept' || behaviour.accepting) accepted.push(acceptedMail(mail.data));
    act(behaviour, request, response, accepted.length);
  }

  async function sendEvents(url: string, events: ReadonlyArray<unknown>): Promise<number> {
    const body = JSON.stringify(events);
    const headers = { 'content-type': 'application/json', ...signer.sign(body, Date.now()) };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  }

  function behave(wanted: z.infer<typeof BehaviourRequest>): void {
    if (wanted.always) always = wanted.always;
    next.push(...(wanted.next ?? []));
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (`${request.method} ${request.url}`) {
      case 'POST /v3/mail/send':
        return sendMail(request, response);
      case 'GET /_accepted':
        return answerJson(
          response,
          200,
          accepted.map(({ shopId, touchId, at }) => ({ shopId, touchId, at })),
        );
      case 'POST /_behaviour':
        behave(BehaviourRequest.parse(parseJson(await readBody(request))));
        return answerJson(response, 200, {});
      case 'POST /_events': {
        const { url, events } = EventsRequest.parse(parseJson(await readBody(request)));
        return answerJson(response, 200, { status: await sendEvents(url, events) });
      }
      default:
        return refuse(response, 404, 'not found');
    }
  }

  const server = createServer((request, response) => {
    // A client that went away while its body was read has nobody left to answer.
    route(request, response).catch((error: unknown) => {
      if (!response.headersSent && !response.destroyed) refuse(response, 500, String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    publicKey: signer.publicKey,
    accepted: () => [...accepted],
    requests: () => requests,
    answerNext: (...behaviours) => behave({ next: [...behaviours] }),
    answerAlways: (behaviour) => behave({ always: behaviour }),
    sendEvents,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function acceptedMail(body: MailBody): AcceptedMail {
  const given = body.personalizations[0]?.custom_args;
  return { shopId: given?.shop_id ?? '', touchId: given?.touch_id ?? '', at: Date.now(), body };
}

function act(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse, count: number): void {
  switch (behaviour.kind) {
    case 'accept':
      response.writeHead(202, { 'x-message-id': `local-${count}` }).end();
      return;
    case 'status':
      if (behaviour.resetAt !== undefined) response.setHeader('x-ratelimit-reset', behaviour.resetAt);
      refuse(response, behaviour.status, behaviour.words ?? `told to answer ${behaviour.status}`);
      return;
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'hang':
      return;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const server = await startSendGridServer(Number(values.port));
  process.stdout.write(`${JSON.stringify({ url: server.url, publicKey: server.publicKey })}\n`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
