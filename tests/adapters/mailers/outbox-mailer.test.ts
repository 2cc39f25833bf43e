import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutboxMailer } from '#adapters/outbox/outbox-mailer';
import { listOutbox, readOutbox } from '#adapters/outbox/read-outbox';
import { describeMailer } from './mailer-contract';
import type { Delivered } from './mailer-contract';
import { outgoingMessage } from './outgoing-message';

const SHOP = 'northfield.myshopify.com';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'encore-outbox-'));
});
afterEach(() => rm(directory, { recursive: true }));

function openMailer(): OutboxMailer {
  return new OutboxMailer({ directory, fromEmail: 'hello@northfield.example' });
}

async function delivered(): Promise<ReadonlyArray<Delivered>> {
  const touchIds = await listOutbox(directory, SHOP);
  const messages = await Promise.all(touchIds.map((touchId) => readOutbox(directory, SHOP, touchId)));
  return messages.flatMap((message) => {
    if (message === null) return [];
    const fromName =
      /^"?(.*?)"? <hello@northfield\.example>$/.exec(message.headers.get('from') ?? '')?.[1] ?? '';
    return [{ ...message, shopId: SHOP, to: message.headers.get('to') ?? '', fromName }];
  });
}

describeMailer('the outbox', async () => ({ mailer: openMailer(), delivered, close: async () => {} }));

describe('the outbox', () => {
  it('writes the email as a file named by shop and touch, dated by when it was handed over', async () => {
    await openMailer().send(outgoingMessage());
    const file = await readFile(join(directory, SHOP, '0f6c1f9e-0001.eml'), 'utf8');
    expect(file).toContain('Date: Wed, 04 Mar 2026 10:20:00 +0000\r\n');
    expect(file).toContain('Message-ID: <0f6c1f9e-0001@northfield.example>\r\n');
    expect(file).toContain('Content-Type: multipart/alternative;');
  });

  it('leaves nothing beside the finished file', async () => {
    await openMailer().send(outgoingMessage());
    expect(await readdir(join(directory, SHOP))).toEqual(['0f6c1f9e-0001.eml']);
  });

  it('refuses the same touch a second time and keeps the first file', async () => {
    const mailer = openMailer();
    await mailer.send(outgoingMessage());
    const again = await mailer.send(outgoingMessage({ subject: 'Another' }));
    expect(again).toEqual({ kind: 'rejected', detail: 'touch 0f6c1f9e-0001 is in the outbox already' });
    expect((await readOutbox(directory, SHOP, '0f6c1f9e-0001'))?.subject).toBe(
      'One more thing for your Trail Runner 2',
    );
  });

  it('lets only one of two simultaneous deliveries of a touch through', async () => {
    const [one, other] = [openMailer(), openMailer()];
    for (let time = 0; time < 200; time += 1) {
      const message = outgoingMessage({ touchId: `touch-${time}` });
      const results = await Promise.all([one.send(message), other.send(message)]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['accepted', 'rejected']);
    }
  });

  it('accepts the touch of the same name in another shop', async () => {
    const mailer = openMailer();
    await mailer.send(outgoingMessage());
    expect(await mailer.send(outgoingMessage({ shopId: 'other.myshopify.com' }))).toMatchObject({
      kind: 'accepted',
    });
  });

  it.each([
    ['shop', { shopId: '../other.myshopify.com' }],
    ['touch', { touchId: '../../escaped' }],
  ])('rejects a %s id that would leave the folder', async (_case, different) => {
    expect(await openMailer().send(outgoingMessage(different))).toMatchObject({ kind: 'rejected' });
    expect(await readdir(directory)).toEqual([]);
  });

  it('says that nothing was sent when the folder can not be written', async () => {
    await writeFile(join(directory, SHOP), 'a file where the shop has its folder');
    expect(await openMailer().send(outgoingMessage())).toMatchObject({
      kind: 'not_sent',
      retryAfterMs: 60_000,
    });
  });

  it('shows no messages of a shop that has none, nor of a folder above', async () => {
    await openMailer().send(outgoingMessage());
    expect(await listOutbox(directory, 'other.myshopify.com')).toEqual([]);
    expect(await readOutbox(directory, 'other.myshopify.com', '0f6c1f9e-0001')).toBeNull();
    expect(await readOutbox(directory, '..', '0f6c1f9e-0001')).toBeNull();
  });
});
