import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyEventSignature } from '#adapters/sendgrid/verify-event-signature';
import { readBody } from '../../support/sendgrid-http';
import { startSendGridServer } from '../../support/sendgrid-server';
import type { SendGridServer } from '../../support/sendgrid-server';

const MAIL = {
  personalizations: [
    { to: [{ email: 'maya@example.com' }], custom_args: { shop_id: 'a.myshopify.com', touch_id: 't1' } },
  ],
  from: { email: 'hello@northfield.example' },
  subject: 'A subject',
  content: [{ type: 'text/plain', value: 'Text' }],
};

let server: SendGridServer;
beforeEach(async () => {
  server = await startSendGridServer(0);
});
afterEach(() => server.close());

async function post(path: string, body: unknown, key = 'Bearer SG.local'): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { authorization: key },
    body: JSON.stringify(body),
  });
}

describe('the local SendGrid', () => {
  it('takes mail in the form of the API and lists it to other processes', async () => {
    expect((await post('/v3/mail/send', MAIL)).status).toBe(202);
    const listed: unknown = await (await fetch(`${server.url}/_accepted`)).json();
    expect(listed).toEqual([{ shopId: 'a.myshopify.com', touchId: 't1', at: expect.any(Number) }]);
  });

  it.each([
    ['no recipient', { ...MAIL, personalizations: [{ to: [] }] }],
    ['no address', { ...MAIL, from: { email: 'nobody' } }],
    ['a field of another name', { ...MAIL, customArgs: { shop_id: 'a' } }],
    [
      'custom arguments that are no text',
      { ...MAIL, personalizations: [{ to: [{ email: 'a@b.co' }], custom_args: { n: 1 } }] },
    ],
    [
      'HTML before text',
      {
        ...MAIL,
        content: [
          { type: 'text/html', value: 'x' },
          { type: 'text/plain', value: 'x' },
        ],
      },
    ],
    ['an empty part', { ...MAIL, content: [{ type: 'text/plain', value: '' }] }],
    ['a header that SendGrid sets', { ...MAIL, headers: { Subject: 'x' } }],
    ['a subject of two lines', { ...MAIL, subject: 'a\r\nb' }],
  ])('refuses %s with 400 and takes nothing', async (_case, body) => {
    expect((await post('/v3/mail/send', body)).status).toBe(400);
    expect(server.accepted()).toEqual([]);
  });

  it('refuses what comes without a key', async () => {
    expect((await post('/v3/mail/send', MAIL, 'Bearer ')).status).toBe(401);
  });

  it('is told over HTTP how to behave, once or from now on', async () => {
    await post('/_behaviour', {
      next: [{ kind: 'status', status: 503 }],
      always: { kind: 'status', status: 429, resetAt: 7 },
    });
    expect((await post('/v3/mail/send', MAIL)).status).toBe(503);
    const limited = await post('/v3/mail/send', MAIL);
    expect([limited.status, limited.headers.get('x-ratelimit-reset')]).toEqual([429, '7']);
    expect(server.accepted()).toEqual([]);
  });

  it('posts events with a signature that holds', async () => {
    const verified: boolean[] = [];
    const receiver = createServer((request, response) => {
      void readBody(request).then((body) => {
        const header = (name: string) => String(request.headers[`x-twilio-email-event-webhook-${name}`]);
        const [signature, timestamp] = [header('signature'), header('timestamp')];
        const now = Number(timestamp) * 1000;
        verified.push(
          verifyEventSignature({
            publicKey: server.publicKey,
            signature,
            timestamp,
            rawBody: Buffer.from(body),
            now,
          }),
        );
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => receiver.once('listening', resolve));
    const address = receiver.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    expect(await server.sendEvents(`http://127.0.0.1:${port}/events`, [{ event: 'delivered' }])).toBe(204);
    expect(verified).toEqual([true]);
    await new Promise((resolve) => receiver.close(resolve));
  });
});
