import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import type { NewInboxRow } from '#flows/records';
import { MONDAY } from '../../support/build-order';
import { openStore } from '../../support/open-store';

const SHOP = 'one.myshopify.com';

function webhook(over: Partial<NewInboxRow> = {}): NewInboxRow {
  return {
    webhookId: 'w1',
    naturalKey: 'orders/paid 1 at 9:00',
    topic: 'orders/paid',
    payload: '{"id":1}',
    triggeredAt: MONDAY,
    receivedAt: MONDAY,
    ...over,
  };
}

describe('what counts as the same webhook', async () => {
  const { store } = await openStore();
  it('is stored once by the id of its delivery and once by its natural key, in each shop', async () => {
    expect(await store.insertInbox(SHOP, webhook())).toBe('stored');
    expect(await store.insertInbox(SHOP, webhook({ naturalKey: 'another' }))).toBe('duplicate');
    expect(await store.insertInbox(SHOP, webhook({ webhookId: 'w2' }))).toBe('duplicate');
    expect(await store.insertInbox(SHOP, webhook({ webhookId: 'w2', naturalKey: 'another' }))).toBe('stored');
    expect(await store.insertInbox('two.myshopify.com', webhook())).toBe('stored');
  });
});

describe('webhooks that come at once', async () => {
  const { store } = await openStore();
  const many = (over: (n: number) => Partial<NewInboxRow>) =>
    Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        store.insertInbox(SHOP, webhook({ webhookId: `id ${n}`, naturalKey: `key ${n}`, ...over(n) })),
      ),
    );

  it('are all stored, and one that cannot be takes no other with it', async () => {
    const kept = await many((n) => (n === 7 ? { payload: '\u0000' } : {}));
    expect(kept.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([7]);
    expect(await store.takeInbox(MONDAY, 100)).toHaveLength(39);
  });

  it('are stored once when they are the same, by id or by key', async () => {
    const stored = async (over: Partial<NewInboxRow>) =>
      (await many(() => over)).filter((kept) => kept.status === 'fulfilled' && kept.value === 'stored')
        .length;
    expect(await stored({ webhookId: 'one id', naturalKey: 'one key' })).toBe(1);
    expect(await stored({ webhookId: 'one id', naturalKey: 'another key' })).toBe(0);
    const fresh = await many((n) => ({ webhookId: `fresh ${n}`, naturalKey: 'third key' }));
    expect(fresh.filter((kept) => kept.status === 'fulfilled' && kept.value === 'stored')).toHaveLength(1);
  });
});

describe('taking', async () => {
  const { store } = await openStore();
  it('serves every shop in equal shares, oldest first, and nothing twice', async () => {
    for (let n = 0; n < 30; n += 1) {
      await store.insertInbox(
        'loud.myshopify.com',
        webhook({ webhookId: `${n}`, naturalKey: `${n}`, receivedAt: MONDAY + n }),
      );
    }
    for (let n = 0; n < 2; n += 1) {
      await store.insertInbox(
        'quiet.myshopify.com',
        webhook({ webhookId: `${n}`, naturalKey: `${n}`, receivedAt: MONDAY + 50 + n }),
      );
    }
    expect(await store.takeInbox(MONDAY - 1, 8)).toEqual([]); // nothing is ready yet

    const first = await store.takeInbox(MONDAY + HOUR_MS, 8);
    expect(first.filter((row) => row.shopId.startsWith('quiet'))).toHaveLength(2);
    expect(first.filter((row) => row.shopId.startsWith('loud'))).toHaveLength(4);
    const rest = await Promise.all([1, 2, 3, 4].map(() => store.takeInbox(MONDAY + HOUR_MS, 8)));
    const ids = [first, ...rest].flat().map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(32);
  });
});

describe('failing', async () => {
  const { store, prisma } = await openStore();
  it('is tried again later, twelve times in all, and then kept with its error', async () => {
    await store.insertInbox(SHOP, webhook());
    let now = MONDAY;
    let tries = 0;
    for (let [row] = await store.takeInbox(now, 1); row; [row] = await store.takeInbox(now, 1)) {
      tries += 1;
      await store.retryInbox(row, 'Shopify did not answer', now);
      expect(await store.takeInbox(now, 1)).toEqual([]); // not at once
      now += 2 * HOUR_MS;
    }
    expect(tries).toBe(12);
    expect(await prisma.inbox.findMany()).toMatchObject([{ state: 'dead', error: 'Shopify did not answer' }]);
    expect(await store.purgeInbox(MONDAY)).toBe(0);
    expect(await store.purgeInbox(MONDAY + MINUTE_MS)).toBe(1); // its payload may hold an address
  });
});

describe('finishing', async () => {
  const { store, prisma } = await openStore();
  it('ends a row for good; only what is worked off and old is purged', async () => {
    await store.insertInbox(SHOP, webhook());
    await store.finishInbox(await store.takeInbox(MONDAY, 1));
    await store.insertInbox(SHOP, webhook({ webhookId: 'w2', naturalKey: 'k2' }));
    expect(await store.takeInbox(MONDAY + DAY_MS, 5)).toMatchObject([{ attempts: 1 }]);
    expect(await store.purgeInbox(MONDAY)).toBe(0);
    expect(await store.purgeInbox(MONDAY + MINUTE_MS)).toBe(1);
    expect(await prisma.inbox.count()).toBe(1);
  });

  it('a row whose process died is taken again when its lease has run out', async () => {
    await prisma.$executeRaw`UPDATE "Inbox" SET "leaseUntil" = clock_timestamp() - interval '1 second'`;
    expect(await store.takeInbox(MONDAY + DAY_MS, 5)).toMatchObject([{ attempts: 2 }]);
    expect(await store.takeInbox(MONDAY + DAY_MS, 5)).toEqual([]);
  });

  it('a row on which the process died twelve times is put aside', async () => {
    await prisma.$executeRaw`UPDATE "Inbox" SET attempts = 12, "leaseUntil" = clock_timestamp() - interval '1 second'`;
    expect(await store.takeInbox(MONDAY + DAY_MS, 5)).toEqual([]);
    expect(await prisma.inbox.findMany()).toMatchObject([
      { state: 'dead', error: 'the process stopped on every attempt' },
    ]);
  });
});
