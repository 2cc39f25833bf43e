import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOutbox } from '#adapters/outbox/read-outbox';
import { HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { unsubscribe } from '#flows/unsubscribe';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const boughtAt = INSTALLED_AT + HOUR_MS;
const fridayTen = Date.parse('2026-06-05T09:00:00Z');
const customers = customersOf('treatment', 2);
const [leaver, stayer] = customers;
let encore: RunningEncore;

beforeAll(async () => {
  const future = customers.flatMap((customer, index) =>
    [boughtAt, fridayTen + HOUR_MS].map((at, visit) => {
      const order = buildStoreOrder(String(3_000 + 10 * visit + index), customer, at, ['1']);
      return { at, kind: 'order_paid' as const, order };
    }),
  );
  encore = await startEncore({
    databaseUrl: database.url,
    seed: buildSeed({ customers, future }),
    at: INSTALLED_AT,
  });
  await encore.wakeAt(boughtAt + 21 * MINUTE_MS);
}, 60_000);
afterAll(() => encore?.stop());

const marketingOf = (id: string | undefined) =>
  encore.devStore.store.shops.get(encore.shopId)?.customers.get(id ?? '')?.marketing;

describe('the one-click unsubscribe of an email', () => {
  it('stops touch 2, and Shopify knows it too; somebody else gets touch 2', async () => {
    const [touchOne] = await readLedger(database.url, encore.shopId, '3000');
    const message = await readOutbox(encore.env['OUTBOX_DIR'] ?? '', encore.shopId, touchOne?.touchId ?? '');
    const [, token = ''] = /\/u\/([^>]+)>/.exec(message?.headers.get('list-unsubscribe') ?? '') ?? [];
    const at = boughtAt + HOUR_MS;
    expect(await unsubscribe(encore.tools, { token, at })).toBe('touch');
    expect(await unsubscribe(encore.tools, { token, at: at + MINUTE_MS })).toBe('touch');

    await encore.wakeAt(fridayTen);
    expect(marketingOf(leaver?.id)?.state).toBe('UNSUBSCRIBED');
    expect(marketingOf(stayer?.id)?.state).toBe('SUBSCRIBED');
    expect((await readLedger(database.url, encore.shopId, '3000'))[1]).toMatchObject({
      state: 'skipped',
      reason: 'unsubscribed',
    });
    expect((await readLedger(database.url, encore.shopId, '3001'))[1]).toMatchObject({
      state: 'accepted',
      reason: null,
    });
  });

  it('holds when they buy again: no new sequence, and Shopify is left as it is', async () => {
    await encore.wakeAt(fridayTen + HOUR_MS + 21 * MINUTE_MS);
    expect(await readLedger(database.url, encore.shopId, '3010')).toEqual([]);
    expect(await readLedger(database.url, encore.shopId, '3011')).toHaveLength(3);
    expect(marketingOf(leaver?.id)?.state).toBe('UNSUBSCRIBED');
  });

  it('is refused with a token for something else', async () => {
    const [touch] = await readLedger(database.url, encore.shopId, '3001');
    const token = encore.tools.links.sign('offer', encore.shopId, touch?.touchId ?? '');
    expect(await unsubscribe(encore.tools, { token, at: boughtAt })).toBe('unknown');
  });
});
