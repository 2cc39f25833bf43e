import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWhom } from '#core/suppression/identity';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { applyOrderChange } from '#flows/apply-order-change';
import { eraseCustomer, reviewErasure } from '#flows/erase-customer';
import { exportCustomer } from '#flows/export-customer';
import { findAttention } from '#flows/find-attention';
import { processInbox } from '#flows/process-inbox';
import { unsubscribe } from '#flows/unsubscribe';
import { freshDatabase } from '../support/database';
import { placeOrder, postToStore } from '../support/order-life';
import { queryDatabase } from '../support/query-database';
import type { RunningEncore } from '../support/start-encore';
import { BOTH_EMAILED_AT, startWithTwoBuyers, twoBuyers } from '../support/two-buyers';

const database = await freshDatabase();
const { ada, bob } = twoBuyers();
const adasAddress = ada.email ?? '';
const now = BOTH_EMAILED_AT;
let encore: RunningEncore;

beforeAll(async () => {
  encore = await startWithTwoBuyers(database.url);
}, 60_000);
afterAll(() => encore?.stop());

const exported = (text: string) => exportCustomer(encore.tools, { shopId: encore.shopId, text, now });
const data = async (text: string) => {
  const found = await exported(text);
  if (found.kind !== 'found') throw new Error(`${text}: ${found.kind}`);
  return found.data;
};
const sizes = async (text: string) =>
  Object.fromEntries(Object.entries(await data(text)).map(([name, rows]) => [name, rows.length]));

describe('whom somebody means', () => {
  it.each([
    ['7051', 'gid://shopify/Customer/7051'],
    [' gid://shopify/Customer/7051 ', 'gid://shopify/Customer/7051'],
  ])('%j is a customer number', (text, customerId) => {
    expect(readWhom(text)).toEqual({ customerId, emailHash: null });
  });

  it('an address is hashed as it was kept, whatever its case; a name is neither', () => {
    expect(readWhom(' ADA@example.test')).toEqual(readWhom('ada@example.test'));
    expect(readWhom('ada@example.test')?.emailHash).toHaveLength(64);
    expect(readWhom('Ada')).toBeNull();
    expect(readWhom('')).toBeNull();
  });
});

describe('the data of one customer', () => {
  it('holds everything of theirs and nothing of anybody else, by address and by number alike', async () => {
    const theirs = await data(adasAddress);
    expect(await sizes(adasAddress)).toMatchObject({
      people: 1,
      orders: 1,
      enrolments: 1,
      touches: 3,
      decisions: 2, // entry, touch 1
      outboxEmails: 1,
      suppressions: 0,
    });
    expect(theirs.outboxEmails[0]).toMatchObject({ to: adasAddress });
    expect(theirs.outboxEmails[0]?.text).toContain('Espresso machine');
    expect(theirs.webhooks.length).toBeGreaterThan(0);
    expect(await data(`gid://shopify/Customer/${ada.id}`)).toEqual(theirs);
    const text = JSON.stringify(theirs);
    expect(text).toContain(`gid://shopify/Customer/${ada.id}`);
    expect(text).not.toContain(`gid://shopify/Customer/${bob.id}`);
    expect(text).not.toContain(bob.email ?? '');
  });

  it('tells what the suppression list says about them', async () => {
    const hash = readWhom(adasAddress)?.emailHash ?? '';
    await encore.tools.store.suppress(encore.shopId, hash, 'vip_custom', 'hand', now);
    expect((await data(adasAddress)).suppressions).toMatchObject([{ kind: 'vip_custom', source: 'hand' }]);
    await encore.tools.store.unsuppress(encore.shopId, hash, 'hand');
    expect((await data(adasAddress)).suppressions).toEqual([]);
  });

  it('is none for somebody nobody knows, in another shop, and for what is no name', async () => {
    expect(await exported('nobody@example.test')).toEqual({ kind: 'nobody' });
    expect(await exported('Ada')).toEqual({ kind: 'not_readable' });
    const elsewhere = { shopId: 'other.myshopify.com', text: adasAddress, now };
    expect(await exportCustomer(encore.tools, elsewhere)).toEqual({ kind: 'nobody' });
  });
});

describe('what a customer asks through Shopify', () => {
  const asks = async (customerId: string) => {
    await postToStore(encore, '/_dev/compliance', { topic: 'customers/data_request', customerId });
    await processInbox(encore.tools, { now, limit: 50 });
  };
  const open = () => encore.tools.store.openDataRequests(encore.shopId);
  const attention = async () => {
    const { settings } = await encore.tools.store.newestSettings(encore.shopId);
    const input = { shopId: encore.shopId, settings, lift: null, isUnreported: false, due: new Map(), now };
    return (await findAttention(encore.tools, input)).filter(({ kind }) => kind === 'data_requests');
  };

  it('is kept until their data was exported, and Home says by when that has to be', async () => {
    expect(await attention()).toEqual([]);
    await asks(ada.id);
    await asks(ada.id); // asked again: still one customer
    expect(await open()).toMatchObject([{ customerId: `gid://shopify/Customer/${ada.id}` }]);
    const [asked] = await open();
    expect(await attention()).toEqual([
      { kind: 'data_requests', count: 1, answerBy: (asked?.requestedAt ?? 0) + 30 * DAY_MS },
    ]);
    await reviewErasure(encore.tools, { shopId: encore.shopId, text: adasAddress, now });
    await exported(bob.id);
    expect(await open()).toHaveLength(1); // looking is no answer, and somebody else's is none either
    await exported(adasAddress);
    expect(await open()).toEqual([]);
  });

  it('is answered as well where nothing is kept of them', async () => {
    await encore.tools.store.redactCustomer(encore.shopId, 'gid://shopify/Customer/8000', null);
    await asks('8000');
    expect(await open()).toHaveLength(1);
    expect(await exported('8000')).toEqual({ kind: 'nobody' });
    expect(await open()).toEqual([]);
  });

  it('is forgotten with the customer', async () => {
    await asks('8001');
    expect(await open()).toHaveLength(1);
    await encore.tools.store.redactCustomer(encore.shopId, 'gid://shopify/Customer/8001', null);
    expect(await open()).toEqual([]);
  });
});

describe('erasing one customer', () => {
  const erasure = (text: string) => ({ shopId: encore.shopId, text, now });

  it('is told in numbers first, and changes nothing by that', async () => {
    const before = await data(adasAddress);
    const expected = { people: 1, orders: 1, decisions: 2, waiting: 2, emails: 1 };
    expect(await reviewErasure(encore.tools, erasure(adasAddress))).toEqual({
      kind: 'found',
      effect: expected,
    });
    expect(await data(adasAddress)).toEqual(before);
    expect(await reviewErasure(encore.tools, erasure('nobody@example.test'))).toEqual({ kind: 'nobody' });
  });

  it('leaves nothing of them but the hash that forbids writing to them, and everything of others', async () => {
    const bobs = await data(bob.id);
    const lift = await encore.tools.store.liftUnits(encore.shopId);
    expect(await eraseCustomer(encore.tools, erasure(adasAddress))).toEqual({
      kind: 'erased',
      people: 1,
      listed: 1,
    });
    expect(await exported(adasAddress)).toEqual({ kind: 'nobody' });
    expect(await exported(ada.id)).toEqual({ kind: 'nobody' });
    expect(await encore.tools.outbox.list(encore.shopId, { offset: 0, limit: 9 })).toMatchObject({
      total: 1,
    });
    expect(await queryDatabase(database.url, `SELECT kind, source FROM "Suppression"`)).toEqual([
      { kind: 'unsubscribed', source: 'erasure' },
    ]);
    expect(await data(bob.id)).toEqual(bobs);
    const amounts = (units: typeof lift) =>
      units.map(({ arm, orders }) => JSON.stringify([arm, orders])).sort();
    expect(amounts(await encore.tools.store.liftUnits(encore.shopId))).toEqual(amounts(lift));
  });

  it('holds when they order again: the order is known, and they are not emailed', async () => {
    await placeOrder(encore, { customerId: ada.id, productIds: ['1'], isPaid: true });
    await encore.moveTo(encore.devStore.store.clock.now + 30 * MINUTE_MS);
    const again = await data(adasAddress);
    expect(again.orders).toHaveLength(1);
    expect(again.decisions).toMatchObject([{ verdict: 'refuse', reason: 'unsubscribed' }]);
    expect(again.outboxEmails).toEqual([]);
  });

  it('holds when their order is read again, for a refund or a longer history', async () => {
    const people = () => queryDatabase(database.url, `SELECT "personId" FROM "Person" ORDER BY "personId"`);
    const before = { people: await people(), lift: await encore.tools.store.liftUnits(encore.shopId) };
    await applyOrderChange(encore.tools, {
      shopId: encore.shopId,
      orderId: 'gid://shopify/Order/3001',
      now: encore.devStore.store.clock.now,
    });
    expect(await people()).toEqual(before.people);
    expect(await encore.tools.store.liftUnits(encore.shopId)).toEqual(before.lift);
    const [order] = await queryDatabase<{ personId: string; emailHash: string | null; name: string }>(
      database.url,
      `SELECT "personId", "emailHash", name FROM "Order" WHERE "orderId" = 'gid://shopify/Order/3001'`,
    );
    expect(order).toMatchObject({ personId: expect.stringMatching(/^redacted:/), emailHash: null, name: '' });
  });

  it('is of every address that was written to, the present one or not', async () => {
    const later = 'bob.later@example.test';
    const hash = readWhom(later)?.emailHash ?? '';
    expect(await exported(later)).toEqual({ kind: 'nobody' });
    await queryDatabase(
      database.url,
      `UPDATE "Touch" SET "emailHash" = '${hash}' WHERE "orderId" = 'gid://shopify/Order/3002' AND "touchNumber" = 1`,
    );
    expect((await data(later)).orders).toHaveLength(1);
    expect(await eraseCustomer(encore.tools, erasure(bob.id))).toMatchObject({ kind: 'erased', listed: 2 });
    expect(
      await queryDatabase(database.url, `SELECT source FROM "Suppression" WHERE "emailHash" = '${hash}'`),
    ).toEqual([{ source: 'erasure' }]);
  });

  it('leaves the way out of an old email open: it is told as done, and a made-up link is not', async () => {
    const [touch] = await queryDatabase<{ touchId: string }>(
      database.url,
      `SELECT "touchId" FROM "Touch" WHERE "orderId" = 'gid://shopify/Order/3001' AND "touchNumber" = 1`,
    );
    const token = encore.tools.links.sign('unsubscribe', encore.shopId, touch?.touchId ?? '');
    expect(await unsubscribe(encore.tools, { token, at: now })).toBe('touch');
    expect(await unsubscribe(encore.tools, { token: `${token}x`, at: now })).toBe('unknown');
  });
});
