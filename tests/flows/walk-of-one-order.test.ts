import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOutbox } from '#adapters/outbox/read-outbox';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const ada = buildStoreCustomer('7001');
const bob = buildStoreCustomer('7002');
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const future = [
    buildStoreOrder('3001', ada, orderAt, ['1']),
    buildStoreOrder('3002', bob, orderAt, ['1']),
    buildStoreOrder('3003', bob, orderAt + DAY_MS, ['4']),
  ].map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [ada, bob], future });
  // Nobody is held out here: the smallest share still holds one in ten, so the salt is one that spares both.
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
}, 60_000);
afterAll(() => encore?.stop());

describe('the walk of one order', () => {
  it('the order comes in, and touch 1 goes out 20 minutes later with the pairing inside the band', async () => {
    await encore.moveTo(orderAt + 21 * MINUTE_MS);
    const touches = await readLedger(database.url, encore.shopId, '3001');
    expect(touches[0]).toMatchObject({
      touchNumber: 1,
      arm: 'treatment',
      state: 'accepted',
      productId: 'gid://shopify/Product/2',
    });
    expect(touches[0]?.sentAt?.getTime()).toBe(orderAt + 20 * MINUTE_MS);
    expect(touches.slice(1).map((touch) => touch.state)).toEqual(['due', 'due']);
    const message = await readOutbox(
      encore.env['OUTBOX_DIR'] ?? '',
      encore.shopId,
      touches[0]?.touchId ?? '',
    );
    expect(message?.subject).toBe('One more thing for your Espresso machine');
    expect(message?.headers.get('to')).toContain('c7001@example.test');
  });

  it('the next order ends the enrolment, and the one who did not buy again gets touch 2 on day 3 at 10:00', async () => {
    await encore.moveTo(orderAt + 4 * DAY_MS);
    const [, adaTwo] = await readLedger(database.url, encore.shopId, '3001');
    expect(adaTwo).toMatchObject({ state: 'accepted', productId: 'gid://shopify/Product/3' });
    expect(adaTwo?.sentAt).toEqual(new Date('2026-06-05T09:00:00Z'));
    const [, bobTwo] = await readLedger(database.url, encore.shopId, '3002');
    expect(bobTwo).toMatchObject({ state: 'exited', reason: 'new_purchase_exit' });
  });
});
