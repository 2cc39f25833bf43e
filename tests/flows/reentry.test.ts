import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const firstAt = INSTALLED_AT + HOUR_MS; // Tuesday 2026-06-02, 11:00 in London
const SECOND = { soon: firstAt + 9 * DAY_MS, late: firstAt + 15 * DAY_MS };
const databases = [await freshDatabase(), await freshDatabase(), await freshDatabase()];
const buyers = (['treatment', 'holdout'] as const).flatMap((arm, index) => {
  const [soon, late] = customersOf(arm, 2);
  return soon && late ? [{ arm, soon, late, number: 10 * index }] : [];
});
let encore: RunningEncore | null = null;
afterEach(() => encore?.stop());

/** Four customers buy the machine twice: one of each arm again after nine days, one of each arm after fifteen. */
const orders = buyers.flatMap(({ soon, late, number }) => [
  buildStoreOrder(String(3_000 + number), soon, firstAt, ['1']),
  buildStoreOrder(String(3_001 + number), soon, SECOND.soon, ['1']),
  buildStoreOrder(String(3_002 + number), late, firstAt, ['1']),
  buildStoreOrder(String(3_003 + number), late, SECOND.late, ['1']),
]);

/** In: database, the treated customer's order. Out: the ends of its touches in both arms, and of the decision about it. */
async function endsOf(databaseUrl: string, shopId: string, order: number) {
  const read = async (id: string) => {
    const touches = await readLedger(databaseUrl, shopId, id);
    const sql = `SELECT verdict, reason, rule FROM "Decision" WHERE "orderId" = $1 AND "touchId" IS NULL`;
    const decisions = await queryDatabase(databaseUrl, sql, [`gid://shopify/Order/${id}`]);
    const wasSent = (state: string) => state === 'accepted' || state === 'withheld';
    return {
      decisions,
      touches: touches.map(({ state, reason }) => (wasSent(state) ? 'sent' : (reason ?? state))),
    };
  };
  const [treated, heldOut] = await Promise.all([read(String(order)), read(String(order + 10))]);
  expect(heldOut, 'the holdout is planned and decided alike').toEqual(treated);
  return treated;
}

describe.each([
  {
    mode: 'restart_skip_touch1',
    soon: ['recent_purchase_14d', 'sent', 'due'],
    verdict: { verdict: 'enrol', reason: null },
  },
  { mode: 'restart', soon: ['sent', 'sent', 'due'], verdict: { verdict: 'enrol', reason: null } },
  { mode: 'suppress', soon: [], verdict: { verdict: 'refuse', reason: 'recent_purchase_14d' } },
] as const)('a customer who buys again, under $mode', ({ mode, soon, verdict }) => {
  it('ends the first sequence; within 14 days the rule decides about the second, after them it starts afresh', async () => {
    const { url } = databases.pop() ?? { url: '' };
    const future = orders.map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
    const customers = buyers.flatMap((one) => [one.soon, one.late]);
    const seed = buildSeed({ customers, future: future.sort((a, b) => a.at - b.at) });
    const shop = await startEncore({ databaseUrl: url, seed, at: INSTALLED_AT });
    encore = shop;
    const { shopId, tools } = shop;
    await tools.store.saveSettings(
      shopId,
      { ...DEFAULT_SETTINGS, onNewPurchase: mode },
      'merchant',
      INSTALLED_AT,
    );

    for (const boughtAt of [firstAt, SECOND.soon, SECOND.late]) {
      await shop.wakeAt(boughtAt + 21 * MINUTE_MS);
      await shop.wakeAt(boughtAt + 3 * DAY_MS - HOUR_MS); // 10:00
    }

    expect((await endsOf(url, shopId, 3_000)).touches).toEqual(['sent', 'sent', 'new_purchase_exit']);
    expect(await endsOf(url, shopId, 3_001)).toEqual({
      decisions: [{ ...verdict, rule: mode }],
      touches: soon,
    });
    expect((await endsOf(url, shopId, 3_002)).touches).toEqual(['sent', 'sent', 'new_purchase_exit']);
    const afresh = {
      decisions: [{ verdict: 'enrol', reason: null, rule: mode }],
      touches: ['sent', 'sent', 'due'],
    };
    expect(await endsOf(url, shopId, 3_003)).toEqual(afresh);
    const withheld = (await readLedger(url, shopId)).filter(
      ({ arm, state }) => arm === 'holdout' && state === 'accepted',
    );
    expect(withheld, 'sent to the holdout').toEqual([]);
  }, 60_000);
});
