import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendGridMailer } from '#adapters/sendgrid/sendgrid-mailer';
import type { Behaviour } from '../../support/sendgrid-behaviour';
import { startSendGridServer } from '../../support/sendgrid-server';
import type { SendGridServer } from '../../support/sendgrid-server';
import { describeMailer } from './mailer-contract';
import type { Delivered } from './mailer-contract';
import { outgoingMessage } from './outgoing-message';

const NOW = Date.UTC(2026, 2, 4, 10, 20);
const IN_40_SECONDS = NOW / 1000 + 40;

let server: SendGridServer;
beforeEach(async () => {
  server = await startSendGridServer(0);
});
afterEach(() => server.close());

function openMailer(different: { apiKey?: string; baseUrl?: string } = {}): SendGridMailer {
  return new SendGridMailer({
    apiKey: 'SG.local',
    fromEmail: 'hello@northfield.example',
    baseUrl: server.url,
    timeoutMs: 150,
    random: () => 0.5,
    ...different,
  });
}

async function delivered(): Promise<ReadonlyArray<Delivered>> {
  return server.accepted().map(({ shopId, touchId, body }) => ({
    shopId,
    touchId,
    to: body.personalizations.flatMap((each) => each.to.map(({ email }) => email)).join(', '),
    fromName: body.from.name ?? '',
    subject: body.subject,
    html: body.content.find(({ type }) => type === 'text/html')?.value ?? '',
    text: body.content.find(({ type }) => type === 'text/plain')?.value ?? '',
    headers: new Map(Object.entries(body.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
  }));
}

describeMailer('SendGrid', async () => ({ mailer: openMailer(), delivered, close: async () => {} }));

describe('what an answer of SendGrid means', () => {
  const rows: ReadonlyArray<readonly [string, Behaviour, Readonly<Record<string, unknown>>, number]> = [
    ['202 is accepted', { kind: 'accept' }, { kind: 'accepted', messageId: 'local-1' }, 1],
    [
      '200 is no promise of a queue',
      { kind: 'status', status: 200, accepting: false },
      { kind: 'unknown' },
      0,
    ],
    ['400 will never work', { kind: 'status', status: 400, accepting: false }, { kind: 'rejected' }, 0],
    ['413 will never work', { kind: 'status', status: 413, accepting: false }, { kind: 'rejected' }, 0],
    ['401 stops the shop', { kind: 'status', status: 401, accepting: false }, { kind: 'account_refused' }, 0],
    ['403 stops the shop', { kind: 'status', status: 403, accepting: false }, { kind: 'account_refused' }, 0],
    ['404 stops the shop', { kind: 'status', status: 404, accepting: false }, { kind: 'account_refused' }, 0],
    [
      '429 waits until the reset and a little more',
      { kind: 'status', status: 429, accepting: false, resetAt: IN_40_SECONDS },
      { kind: 'not_sent', retryAfterMs: 42_500 },
      0,
    ],
    [
      '429 without a reset waits a minute',
      { kind: 'status', status: 429, accepting: false },
      { kind: 'not_sent', retryAfterMs: 62_500 },
      0,
    ],
    [
      '429 with a reset long ago does not storm',
      { kind: 'status', status: 429, accepting: false, resetAt: 1 },
      { kind: 'not_sent', retryAfterMs: 3_500 },
      0,
    ],
    [
      '429 with a reset years away does not stall',
      { kind: 'status', status: 429, accepting: false, resetAt: 9_999_999_999 },
      { kind: 'not_sent', retryAfterMs: 3_602_500 },
      0,
    ],
    ['500 may have been sent', { kind: 'status', status: 500, accepting: true }, { kind: 'unknown' }, 1],
    ['500 may as well not', { kind: 'status', status: 500, accepting: false }, { kind: 'unknown' }, 0],
    ['502 is unknown', { kind: 'status', status: 502, accepting: false }, { kind: 'unknown' }, 0],
    ['503 is unknown', { kind: 'status', status: 503, accepting: false }, { kind: 'unknown' }, 0],
    ['504 is unknown', { kind: 'status', status: 504, accepting: false }, { kind: 'unknown' }, 0],
    ['408 is unknown', { kind: 'status', status: 408, accepting: false }, { kind: 'unknown' }, 0],
    [
      'a reset after the message was taken is unknown',
      { kind: 'reset', accepting: true },
      { kind: 'unknown' },
      1,
    ],
    [
      'a reset before the message was taken looks the same',
      { kind: 'reset', accepting: false },
      { kind: 'unknown' },
      0,
    ],
    [
      'silence after the message was taken is unknown',
      { kind: 'hang', accepting: true },
      { kind: 'unknown' },
      1,
    ],
    [
      'silence before it was taken looks the same',
      { kind: 'hang', accepting: false },
      { kind: 'unknown' },
      0,
    ],
  ];

  it.each(rows)('%s', async (_claim, behaviour, result, acceptedMessages) => {
    server.answerNext(behaviour);
    expect(await openMailer().send(outgoingMessage())).toMatchObject(result);
    expect(server.accepted()).toHaveLength(acceptedMessages);
    expect(server.requests(), 'a mailer never tries twice by itself').toBe(1);
  });

  it('nobody listening: nothing left, try again', async () => {
    const mailer = openMailer({ baseUrl: 'http://127.0.0.1:1' });
    expect(await mailer.send(outgoingMessage())).toMatchObject({ kind: 'not_sent', retryAfterMs: 30_000 });
  });

  it('no TLS where TLS was expected: nothing left, try again', async () => {
    const result = await openMailer({ baseUrl: server.url.replace('http:', 'https:') }).send(
      outgoingMessage(),
    );
    expect(result).toMatchObject({ kind: 'not_sent' });
    expect(server.accepted()).toEqual([]);
  });

  it('tells what SendGrid complained of, without the recipient and without the key', async () => {
    const result = await openMailer().send(outgoingMessage({ html: '' }));
    expect(result.kind).toBe('rejected');
    expect(JSON.stringify(result)).toContain('content');
    expect(JSON.stringify(result)).not.toMatch(/maya@example\.com|SG\.local/);
  });
});

describe('a request to SendGrid', () => {
  it('names shop and touch beside its one recipient, and lets SendGrid rewrite neither links nor footer', async () => {
    await openMailer().send(outgoingMessage());
    const [mail] = server.accepted();
    expect(mail?.body.personalizations).toEqual([
      {
        to: [{ email: 'maya@example.com' }],
        custom_args: { shop_id: 'northfield.myshopify.com', touch_id: '0f6c1f9e-0001' },
      },
    ]);
    expect(mail?.body.tracking_settings).toEqual({
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: true },
      subscription_tracking: { enable: false },
    });
  });

  it('uses each shop its own key: a bad one does not spoil another', async () => {
    const bad = openMailer({ apiKey: 'SG.' });
    const good = openMailer();
    expect(await bad.send(outgoingMessage())).toMatchObject({ kind: 'account_refused' });
    expect(await good.send(outgoingMessage())).toMatchObject({ kind: 'accepted' });
  });
});
