import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listLinks } from '#adapters/outbox/list-links';
import { OutboxMailer } from '#adapters/outbox/outbox-mailer';
import { createOutbox } from '#adapters/outbox/outbox-reader';
import { sha256Hex } from '#core/shared/hash';
import { normaliseEmail } from '#core/suppression/identity';
import { outgoingMessage } from './outgoing-message';

const SHOP = 'northfield.myshopify.com';
const OTHER = 'southfield.myshopify.com';
const NOW = Date.UTC(2026, 2, 4, 10, 20);
const PAGE = { offset: 0, limit: 10 };

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'encore-outbox-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function send(shopId: string, touchId: string, writtenAt = 0): Promise<void> {
  const mailer = new OutboxMailer({ directory, fromEmail: 'a@b.example' });
  const sent = await mailer.send({ ...outgoingMessage({ at: NOW }), shopId, touchId });
  if (sent.kind !== 'accepted') throw new Error(sent.kind);
  await utimes(join(directory, shopId, `${touchId}.eml`), writtenAt, writtenAt);
}

it('the outbox of a shop is listed newest first, page by page, each email once', async () => {
  await send(SHOP, 'first', 100);
  await send(SHOP, 'third', 300);
  await send(SHOP, 'second', 200);
  await send(OTHER, 'theirs', 400);
  const outbox = createOutbox(directory);
  const { emails, total } = await outbox.list(SHOP, PAGE);
  expect(emails.map(({ touchId }) => touchId)).toEqual(['third', 'second', 'first']);
  expect(emails[0]).toEqual({
    touchId: 'third',
    to: outgoingMessage().to,
    subject: outgoingMessage().subject,
    sentAt: NOW,
  });
  expect(total).toBe(3);
  expect((await outbox.list(SHOP, { offset: 2, limit: 2 })).emails).toHaveLength(1);
  expect(await outbox.list('new.myshopify.com', PAGE)).toEqual({ emails: [], total: 0 });
});

it('an email is read with its headers, its links and every byte of it', async () => {
  await send(SHOP, 'first');
  const email = await createOutbox(directory).read(SHOP, 'first');
  expect(email).toMatchObject({ html: outgoingMessage().html, to: outgoingMessage().to });
  expect(email?.headers).toContainEqual({ name: 'x-encore-touch', value: 'first' });
  expect(Buffer.from(email?.base64 ?? '', 'base64').toString('latin1')).toContain('X-Encore-Touch: first');
});

it("another shop's email, a path and a file beside the outbox are not there", async () => {
  await send(OTHER, 'theirs');
  await send(SHOP, 'first');
  await writeFile(join(directory, 'secret.eml'), 'Subject: secret\r\n\r\n');
  const outbox = createOutbox(directory);
  const strange = [
    'theirs', '../southfield.myshopify.com/theirs', '../secret', '..', '.', '', '/etc/passwd', 'first\0',
    'first/../first', '%2e%2e%2fsecret', 'f'.repeat(5_000), '.first', 'first.eml',
  ]; // prettier-ignore
  for (const touchId of strange) expect([touchId, await outbox.read(SHOP, touchId)]).toEqual([touchId, null]);
  for (const shopId of ['..', `../${SHOP}`, '', '.'])
    expect(await outbox.list(shopId, PAGE)).toEqual({ emails: [], total: 0 });
  expect(await outbox.read(SHOP, 'first')).not.toBeNull();
});

it('links are listed once each, with the words or the picture that they stand on; other schemes are none', () => {
  const html = `<a class="x" href="https://a.example/o/1?a=1&amp;b=2"><img alt="Milk jug"></a>
    <a href="https://a.example/o/1?a=1&amp;b=2"><span>Shop</span> jug</a>
    <a href="javascript:alert(1)">x</a><a href="https://a.example/u/2">Unsubscribe</a>`;
  expect(listLinks(html)).toEqual([
    { url: 'https://a.example/o/1?a=1&b=2', text: 'Milk jug' },
    { url: 'https://a.example/u/2', text: 'Unsubscribe' },
  ]);
});

it('redaction deletes what was written to one address, or to everybody of one shop, and nothing else', async () => {
  await send(SHOP, 'one');
  await send(OTHER, 'theirs');
  const outbox = createOutbox(directory);
  await outbox.forget(SHOP, sha256Hex('somebody@else.example'));
  expect((await outbox.list(SHOP, PAGE)).total).toBe(1);
  await outbox.forget(SHOP, sha256Hex(normaliseEmail(outgoingMessage().to)));
  expect((await outbox.list(SHOP, PAGE)).total).toBe(0);
  expect((await outbox.list(OTHER, PAGE)).total).toBe(1);
  await outbox.forget(OTHER, null);
  expect((await outbox.list(OTHER, PAGE)).total).toBe(0);
});

it('touches are forgotten by name and test emails by age; others stay, those of another shop too', async () => {
  const outbox = createOutbox(directory);
  for (const name of ['first', 'second', 'test-1']) await send(SHOP, name);
  await send(OTHER, 'first');
  const names = async (shopId: string) =>
    (await outbox.list(shopId, PAGE)).emails.map(({ touchId }) => touchId).sort();
  expect(await outbox.forgetTouches(SHOP, ['first', 'never written', '../first'])).toBe(1);
  expect(await names(SHOP)).toEqual(['second', 'test-1']);
  expect(await outbox.forgetTests(SHOP, NOW)).toBe(0); // written at that very moment
  expect(await outbox.forgetTests(SHOP, NOW + 1)).toBe(1);
  expect(await names(SHOP)).toEqual(['second']);
  expect(await names(OTHER)).toEqual(['first']);
});

it('what was written to an address is found by its hash, whoever else was written to', async () => {
  await send(SHOP, 'first');
  const outbox = createOutbox(directory);
  const hash = sha256Hex(normaliseEmail(outgoingMessage().to));
  expect(await outbox.writtenTo(SHOP, [hash])).toMatchObject([
    { touchId: 'first', to: outgoingMessage().to, text: outgoingMessage().text },
  ]);
  expect(await outbox.writtenTo(SHOP, ['a'.repeat(64)])).toEqual([]);
  expect(await outbox.writtenTo(OTHER, [hash])).toEqual([]);
});
