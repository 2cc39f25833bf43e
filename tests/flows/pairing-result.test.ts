import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import type { PairingTable } from '#core/affinity/pairing';
import { describePairing } from '#flows/describe-pairing';
import { buildEvent } from '../support/build-event';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const LIST = { tab: 'all', search: '', sort: 'rate', isDescending: true, page: 1 } as const;
const database = await freshDatabase();
const [ada, bob] = [buildStoreCustomer('7001'), buildStoreCustomer('7002')];
const orderAt = INSTALLED_AT + HOUR_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const future = [
    buildStoreOrder('3001', ada, orderAt, ['1']),
    buildStoreOrder('3002', bob, orderAt, ['1']),
    buildStoreOrder('3004', ada, orderAt + 3 * HOUR_MS, ['2']),
    buildStoreOrder('3005', bob, orderAt + 3 * HOUR_MS, ['2']),
  ].map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [ada, bob], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.moveTo(orderAt + 30 * MINUTE_MS);
  const [touch] = await readLedger(database.url, encore.shopId, '3001');
  const clickedAt = orderAt + HOUR_MS;
  await encore.tools.store.recordEmailEvents(encore.shopId, [
    buildEvent(touch?.touchId ?? '', 'click', { at: clickedAt }),
    buildEvent(touch?.touchId ?? '', 'click', { at: clickedAt + MINUTE_MS }),
  ]);
  const [other] = await readLedger(database.url, encore.shopId, '3002');
  await encore.tools.store.recordEmailEvents(encore.shopId, [
    buildEvent(other?.touchId ?? '', 'click', { at: clickedAt, isMachine: true }),
  ]);
  await encore.moveTo(orderAt + 4 * HOUR_MS);
}, 60_000);
afterAll(() => encore?.stop());

async function resultOf(bought: string, recommended: string, table: PairingTable, now: number) {
  const { shopId, tools } = encore;
  const [boughtId, recommendedId] = [
    `gid://shopify/Product/${bought}`,
    `gid://shopify/Product/${recommended}`,
  ];
  const detail = await describePairing(tools, { shopId, boughtId, recommendedId, list: LIST, now });
  return detail?.views.find((view) => view.table === table)?.result;
}

it('a pairing is told how many emails offered it, how many people clicked, and who bought after it', async () => {
  // Both were sent it; what a machine opened is no click, and what nobody clicked is credited with nothing.
  expect(await resultOf('1', '2', 'same_order', orderAt + DAY_MS)).toEqual({
    days: 90,
    sent: 2,
    clicked: 1,
    ordered: 1,
  });
});

it('a pairing that was not offered has no result, nor has one whose emails are older than 90 days', async () => {
  expect(await resultOf('1', '3', 'next_order', orderAt + DAY_MS)).toMatchObject({
    sent: 0,
    clicked: 0,
    ordered: 0,
  });
  const sentAt = orderAt + 20 * MINUTE_MS;
  expect(await resultOf('1', '2', 'same_order', sentAt + 90 * DAY_MS - 1)).toMatchObject({ sent: 2 });
  expect(await resultOf('1', '2', 'same_order', sentAt + 90 * DAY_MS)).toMatchObject({ sent: 0 });
});
