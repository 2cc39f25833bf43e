import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
const people = { emailed: customersOf('treatment', 1)[0], heldOut: customersOf('holdout', 1)[0] };
const ORDERS = { emailed: '3001', heldOut: '3002' };
let encore: RunningEncore;

beforeAll(async () => {
  const { emailed, heldOut } = people;
  if (!emailed || !heldOut) throw new Error('nobody is of one of the arms');
  const future = [
    buildStoreOrder(ORDERS.emailed, emailed, orderAt, ['1']),
    buildStoreOrder(ORDERS.heldOut, heldOut, orderAt, ['1']),
  ].map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [emailed, heldOut], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.wakeAt(orderAt + 21 * MINUTE_MS);
  await encore.wakeAt(orderAt + 3 * DAY_MS - HOUR_MS); // 10:00
}, 60_000);
afterAll(() => encore?.stop());

const ledger = (order: string) => readLedger(database.url, encore.shopId, order);
const mailed = () =>
  readdirSync(join(encore.env['OUTBOX_DIR'] ?? ''), { recursive: true, encoding: 'utf8' }).join('\n');

it('a held-out customer gets no touch of any kind, an emailed one with the same order gets them (C73)', async () => {
  const [emailed, heldOut] = [await ledger(ORDERS.emailed), await ledger(ORDERS.heldOut)];
  expect(emailed.filter(({ state }) => state === 'accepted').length).toBeGreaterThan(1);
  expect(heldOut.filter(({ state }) => ['sending', 'accepted', 'ambiguous'].includes(state))).toEqual([]);
  const files = mailed();
  for (const { touchId, state } of emailed) expect(files.includes(touchId)).toBe(state === 'accepted');
  for (const { touchId } of heldOut) expect(files).not.toContain(touchId);
});

it('what a held-out customer would have got is kept as a ghost: same offer, same moment, same trace (C73)', async () => {
  const [emailed, heldOut] = [await ledger(ORDERS.emailed), await ledger(ORDERS.heldOut)];
  const asGhosts = emailed.map(({ touchNumber, state, productId, sentAt, reason }) => ({
    touchNumber,
    state: state === 'accepted' ? 'withheld' : state,
    reason: state === 'accepted' ? 'holdout' : reason,
    productId,
    sentAt,
  }));
  expect(heldOut).toMatchObject(asGhosts);
  const verdicts = await queryDatabase<{ readonly verdict: string; readonly hasTrace: boolean }>(
    database.url,
    `SELECT verdict, candidates IS NOT NULL AS "hasTrace" FROM "Decision"
      WHERE "orderId" = $1 AND "touchId" IS NOT NULL AND verdict IN ('send', 'withhold')`,
    [`gid://shopify/Order/${ORDERS.heldOut}`],
  );
  expect(verdicts).toEqual(
    heldOut.filter(({ state }) => state === 'withheld').map(() => ({ verdict: 'withhold', hasTrace: true })),
  );
});
