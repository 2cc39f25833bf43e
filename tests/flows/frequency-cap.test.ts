import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger, type LedgerRow } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const DAYS = 45;
const firstAt = INSTALLED_AT + HOUR_MS; // 11:00 in London
const database = await freshDatabase();
const arms = ['treatment', 'holdout'] as const;
let encore: RunningEncore;
let touches: ReadonlyArray<LedgerRow> = [];

beforeAll(async () => {
  const customers = arms.flatMap((arm) => customersOf(arm, 1));
  const days = Array.from({ length: DAYS / 5 }, (_, index) => 5 * index);
  const future = days.flatMap((day) =>
    customers.map((customer, index) => {
      const at = firstAt + day * DAY_MS;
      return {
        at,
        kind: 'order_paid' as const,
        order: buildStoreOrder(String(3_000 + 100 * index + day), customer, at, ['1']),
      };
    }),
  );
  encore = await startEncore({
    databaseUrl: database.url,
    seed: buildSeed({ customers, future }),
    at: INSTALLED_AT,
  });
  const { shopId, tools } = encore;
  await tools.store.saveSettings(
    shopId,
    { ...DEFAULT_SETTINGS, onNewPurchase: 'restart' },
    'merchant',
    INSTALLED_AT,
  );
  for (let day = 0; day < DAYS; day += 1) {
    await encore.wakeAt(firstAt + day * DAY_MS - HOUR_MS); // 10:00
    await encore.wakeAt(firstAt + day * DAY_MS + 21 * MINUTE_MS);
  }
  touches = await readLedger(database.url, shopId);
}, 60_000);
afterAll(() => encore?.stop());

describe('a customer who buys every five days, with a sequence for every order', () => {
  it.each(arms)('in the %s gets at most two in any 168 hours, and the cap is met', (arm) => {
    const own = touches.filter((touch) => touch.arm === arm);
    const sent = own.flatMap(({ sentAt }) => (sentAt ? [sentAt.getTime()] : [])).sort((a, b) => a - b);
    const inWeekUpTo = sent.map(
      (at) => sent.filter((other) => other > at - 7 * DAY_MS && other <= at).length,
    );
    expect(Math.max(...inWeekUpTo)).toBe(2);
    expect(sent.length).toBeGreaterThan(8);
    expect(own.filter(({ reason }) => reason === 'freq_cap').length).toBeGreaterThan(0);
  });

  it('in the holdout would have got the same ones at the same times', () => {
    const plan = (arm: string) =>
      touches
        .filter((touch) => touch.arm === arm)
        .map(({ touchNumber, firstDueAt, sentAt, productId, reason }) => ({
          ...{ touchNumber, firstDueAt, sentAt, productId },
          reason: reason === 'holdout' ? null : reason,
        }));
    expect(plan('holdout')).toEqual(plan('treatment'));
  });
});
