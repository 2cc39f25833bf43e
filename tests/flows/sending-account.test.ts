import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChosenMailer } from '#adapters/mailers/chosen-mailer';
import { SendGridMailer } from '#adapters/sendgrid/sendgrid-mailer';
import { SendGridTester } from '#adapters/sendgrid/sendgrid-tester';
import { createSealer } from '#adapters/shopify/seal-text';
import type { Mailer } from '#flows/ports';
import { saveSendingAccount, type SendingValues } from '#flows/save-sending-account';
import { testSendingAccount } from '#flows/test-sending-account';
import { outgoingMessage } from '../adapters/mailers/outgoing-message';
import { MONDAY } from '../support/build-order';
import { buildShopDetails, installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';
import { createEventSigner } from '../support/sendgrid-events';
import { startSendGridServer, type SendGridServer } from '../support/sendgrid-server';

const KEY = 'SG.abcdefghij.klmnop-1234';
const { store, prisma } = await openStore();
const secrets = createSealer({ keyId: 'k1', secret: randomBytes(32) });
const sendingTester = new SendGridTester({ baseUrl: null, timeoutMs: 1 });
const EVENT_KEY = createEventSigner().publicKey;
let server: SendGridServer;
beforeAll(async () => {
  server = await startSendGridServer(0);
});
afterAll(() => server.close());

const SENDGRID: SendingValues = {
  kind: 'sendgrid',
  senderName: 'Bean & Leaf',
  senderAddress: 'Hello@Shop.test',
  newKey: KEY,
  newEventKey: EVENT_KEY,
};
const save = (shopId: string, over: Partial<SendingValues> = {}, baseRevision = 0, savedBy = 'Ann') =>
  saveSendingAccount(
    { store, secrets, sendingTester },
    { shopId, baseRevision, values: { ...SENDGRID, ...over }, savedBy, now: MONDAY },
  );

describe('where a shop sends', () => {
  it('is kept with the key sealed: nothing that is kept or answered holds the key', async () => {
    const shopId = await installShop(store);
    const answer = await save(shopId);
    expect(answer).toEqual({ kind: 'saved', version: 1 });
    const kept = await store.sendingAccount(shopId);
    expect(kept).toMatchObject({ kind: 'sendgrid', senderAddress: 'hello@shop.test', keyEnd: '1234' });
    const [row] = await prisma.$queryRaw<ReadonlyArray<{ readonly sealedKey: Uint8Array }>>`
      SELECT * FROM "SendingAccount" WHERE "shopId" = ${shopId}`;
    expect(Buffer.from(row?.sealedKey ?? []).toString('latin1')).not.toContain('abcdefghij');
    expect(JSON.stringify({ ...row, sealedKey: null })).not.toContain('abcdefghij');
    expect(JSON.stringify(await store.settingsHistory(shopId, 10))).not.toContain('SG.');
    expect(secrets.open(shopId, kept?.sealedKey ?? new Uint8Array())).toBe(KEY);
  });

  it('of one shop does not open for another', async () => {
    const shopId = await installShop(store);
    await save(shopId);
    const sealed = (await store.sendingAccount(shopId))?.sealedKey ?? new Uint8Array();
    expect(() => secrets.open('other.myshopify.com', sealed)).toThrow();
  });

  it('keeps the key when none is typed', async () => {
    const shopId = await installShop(store);
    await save(shopId);
    const typed = { newKey: '', newEventKey: ' ', senderName: '' };
    expect(await save(shopId, typed, 1)).toEqual({ kind: 'saved', version: 2 });
    const kept = await store.sendingAccount(shopId);
    expect([kept?.keyEnd, kept?.eventKey, kept?.senderName]).toEqual(['1234', EVENT_KEY, null]);
    expect(secrets.open(shopId, kept?.sealedKey ?? new Uint8Array())).toBe(KEY);
  });

  it.each([
    ['a key', { newKey: null }, [{ path: 'newKey', problem: 'key_missing' }]],
    ['a key that looks like one', { newKey: 'hunter2' }, [{ path: 'newKey', problem: 'not_a_key' }]],
    ['a key of its events', { newEventKey: null }, [{ path: 'newEventKey', problem: 'event_key_missing' }]],
    [
      'a key of its events that is one',
      { newEventKey: 'hunter2' },
      [{ path: 'newEventKey', problem: 'not_an_event_key' }],
    ],
    ['a sender', { senderAddress: ' ' }, [{ path: 'senderAddress', problem: 'sender_missing' }]],
    [
      'a sender that is one',
      { senderAddress: 'shop' },
      [{ path: 'senderAddress', problem: 'not_an_address' }],
    ],
    [
      'a domain of its own',
      { senderAddress: 'bean@gmail.com' },
      [{ path: 'senderAddress', problem: 'free_mailbox' }],
    ],
  ])('cannot be SendGrid without %s', async (_what, over, faults) => {
    const shopId = await installShop(store);
    const answer = await save(shopId, over);
    expect(answer.kind === 'refused' && answer.faults).toMatchObject(faults);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(await store.sendingAccount(shopId)).toBeNull();
  });

  it('cannot be SendGrid without a postal address, and can be the Outbox', async () => {
    const shopId = 'homeless.myshopify.com';
    await store.saveShop(shopId, buildShopDetails({ postalAddress: '' }), MONDAY);
    expect(await save(shopId)).toEqual({
      kind: 'refused',
      faults: [{ path: 'kind', problem: 'postal_missing' }],
    });
    expect(await save(shopId, { kind: 'outbox', newKey: null, newEventKey: null })).toEqual({
      kind: 'saved',
      version: 1,
    });
  });

  it('that somebody else changed since is told, and nothing is saved', async () => {
    const shopId = await installShop(store);
    await save(shopId);
    expect(await save(shopId, { kind: 'outbox' }, 0, 'Bob')).toMatchObject({
      kind: 'conflict',
      savedBy: 'Ann',
    });
    expect((await store.sendingAccount(shopId))?.kind).toBe('sendgrid');
  });

  it('saved twice at the same moment is saved once', async () => {
    const shopId = await installShop(store);
    const kinds = (await Promise.all([save(shopId), save(shopId, {}, 0, 'Bob')])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['conflict', 'saved']);
  });

  it('makes a shop send again whose key was refused', async () => {
    const shopId = await installShop(store);
    await store.pauseSending(shopId, 'sending_paused', 'SendGrid answered 401', MONDAY);
    await save(shopId);
    expect((await store.findShop(shopId))?.sendingPaused).toBeNull();
  });
});

describe('the mailer that asks the shop', () => {
  const noted = (name: string, sent: string[]): Mailer => ({
    send: async ({ fromName }) => {
      sent.push(`${name} as ${fromName}`);
      return { kind: 'accepted', messageId: name };
    },
  });
  function openMailer() {
    const sent: string[] = [];
    const mailer = new ChosenMailer({
      accounts: store,
      secrets,
      outbox: noted('outbox', sent),
      byDefault: noted('default', sent),
      sendGrid: (account) =>
        new SendGridMailer({
          ...account,
          baseUrl: server.url,
          timeoutMs: 2_000,
          random: () => 0,
        }),
    });
    return { mailer, sent };
  }

  it('sends by the default until the shop has chosen, and by its choice from the next message on', async () => {
    const shopId = await installShop(store);
    const { mailer, sent } = openMailer();
    await mailer.send(outgoingMessage({ shopId }));
    await save(shopId, { kind: 'outbox', newKey: null });
    await mailer.send(outgoingMessage({ shopId }));
    await save(shopId, {}, 1);
    expect(await mailer.send(outgoingMessage({ shopId }))).toMatchObject({ kind: 'accepted' });
    expect(sent).toEqual([expect.stringContaining('default'), 'outbox as Bean & Leaf']);
    const mail = server.accepted().filter((each) => each.shopId === shopId);
    expect(mail.map(({ body }) => body.from)).toEqual([{ email: 'hello@shop.test', name: 'Bean & Leaf' }]);
  });

  it('one shop on SendGrid leaves another where it was', async () => {
    const [one, two] = [await installShop(store), await installShop(store)];
    await save(one);
    const { mailer, sent } = openMailer();
    await mailer.send(outgoingMessage({ shopId: two }));
    expect(sent).toHaveLength(1);
    expect(server.accepted().some(({ shopId }) => shopId === two)).toBe(false);
  });

  it('stops the shop, and says nothing of the key, when the key does not open', async () => {
    const shopId = await installShop(store);
    await save(shopId);
    const { mailer } = openMailer();
    const strange = new ChosenMailer({
      accounts: store,
      secrets: createSealer({ keyId: 'k1', secret: randomBytes(32) }),
      outbox: mailer,
      byDefault: mailer,
      sendGrid: () => mailer,
    });
    const result = await strange.send(outgoingMessage({ shopId }));
    expect(result.kind).toBe('account_refused');
    expect(JSON.stringify(result)).not.toContain('SG.');
  });

  it('tries again later when the choice cannot be read: nothing left', async () => {
    const sent: string[] = [];
    const mailer = new ChosenMailer({
      accounts: { sendingAccount: () => Promise.reject(new Error('no connection')) },
      secrets,
      outbox: noted('outbox', sent),
      byDefault: noted('default', sent),
      sendGrid: () => noted('sendgrid', sent),
    });
    expect(await mailer.send(outgoingMessage())).toMatchObject({ kind: 'not_sent' });
    expect(sent).toEqual([]);
  });
});

describe('the test of a key and a sender', () => {
  const test = async (over: { newKey?: string | null; senderAddress?: string } = {}, url = server.url) => {
    const shopId = await installShop(store);
    const tester = new SendGridTester({ baseUrl: url, timeoutMs: 2_000 });
    return testSendingAccount(
      { store, secrets, sendingTester: tester },
      {
        shopId,
        newKey: KEY,
        senderName: null,
        senderAddress: 'hello@shop.test',
        subject: 'Test',
        text: 'Text',
        ...over,
      },
    );
  };
  const answerWith = (status: number, words?: string) =>
    server.answerNext({ kind: 'status', status, accepting: false, words });

  it('sends one email from the sender to itself under the brand’s name', async () => {
    expect(await test()).toBe('accepted');
    const mail = server.accepted().at(-1)?.body;
    expect(mail?.from).toEqual({ email: 'hello@shop.test', name: 'Bean & Leaf' });
    expect(mail?.personalizations.flatMap(({ to }) => to)).toMatchObject([{ email: 'hello@shop.test' }]);
  });

  it('tells a bad key, a sender that is not verified, a key without access and no network apart', async () => {
    answerWith(401);
    expect(await test()).toBe('bad_key');
    answerWith(403, 'The from address does not match a verified Sender Identity.');
    expect(await test()).toBe('unverified_sender');
    answerWith(403, 'access forbidden');
    expect(await test()).toBe('no_permission');
    answerWith(429);
    expect(await test()).toBe('too_many');
    answerWith(500);
    expect(await test()).toBe('failed');
    expect(await test({}, 'http://127.0.0.1:1')).toBe('no_network');
  });

  it('without a key or an address sends nothing and says so', async () => {
    const before = server.requests();
    expect(await test({ newKey: ' ' })).toBe('key_missing');
    expect(await test({ senderAddress: 'nobody' })).toBe('not_an_address');
    expect(server.requests()).toBe(before);
  });

  it('uses the key that is kept when none is typed', async () => {
    const shopId = await installShop(store);
    await save(shopId);
    const keys: string[] = [];
    const noting = {
      isEventKey: () => true,
      test: async ({ apiKey }: { apiKey: string }) => {
        keys.push(apiKey);
        return 'accepted' as const;
      },
    };
    const words = { subject: 'Test', text: 'Text' };
    const form = { newKey: null, senderName: null, senderAddress: 'hello@shop.test' };
    await testSendingAccount({ store, secrets, sendingTester: noting }, { shopId, ...form, ...words });
    expect(keys).toEqual([KEY]);
  });
});
