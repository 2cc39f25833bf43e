import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { conductOnce, type Orchestra } from '../../demo/conductor';
import { createDevStoreClient } from '../../simulate/dev-store-client';
import { startRunner, stopAll } from '../../simulate/processes';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const ada = buildStoreCustomer('7001');
const bob = buildStoreCustomer('7002');
const orderAt = INSTALLED_AT + 3 * DAY_MS + 7 * MINUTE_MS;
const delivered: number[] = [];
let encore: RunningEncore;
let runner: ChildProcess;
let orchestra: Orchestra;

beforeAll(async () => {
  const future = [buildStoreOrder('3001', ada, orderAt, ['1'])].map((order) => ({
    at: order.createdAt,
    kind: 'order_paid' as const,
    order,
  }));
  const seed = buildSeed({ customers: [ada, bob], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  encore.devStore.store.conducting = { from: INSTALLED_AT, target: INSTALLED_AT };
  runner = startRunner({ NODE_ENV: 'test', ...encore.env, PATH: process.env['PATH'] });
  orchestra = {
    store: createDevStoreClient(encore.devStore.url, encore.shopId),
    runner,
    deliver: async (now) => void delivered.push(now),
  };
}, 60_000);
afterAll(async () => {
  await stopAll(runner ? [runner] : []);
  await encore?.stop();
});

async function wish(byMs: number): Promise<unknown> {
  const answer = await fetch(`${encore.devStore.url}/_dev/target`, {
    method: 'POST',
    body: JSON.stringify({ byMs }),
  });
  return answer.json();
}

describe('the conductor', () => {
  it('leaves the clock where it is as long as nobody asks', async () => {
    await conductOnce(orchestra);
    expect(encore.devStore.store.clock.now).toBe(INSTALLED_AT);
  });

  it('takes the clock on by seven days in one go, and touch 1 still goes out 20 to 30 minutes after its order', async () => {
    expect(await wish(7 * DAY_MS)).toMatchObject({ done: 0 });
    expect(encore.devStore.store.clock.now).toBe(INSTALLED_AT);
    await conductOnce(orchestra);
    expect(encore.devStore.store.clock.now).toBe(INSTALLED_AT + 7 * DAY_MS);
    const [first, second] = await readLedger(database.url, encore.shopId, '3001');
    expect(first).toMatchObject({ touchNumber: 1, state: 'accepted' });
    const sentAfterMs = (first?.sentAt?.getTime() ?? 0) - orderAt;
    expect(sentAfterMs).toBeGreaterThanOrEqual(20 * MINUTE_MS);
    expect(sentAfterMs).toBeLessThanOrEqual(30 * MINUTE_MS);
    expect(second).toMatchObject({ touchNumber: 2, state: 'accepted' });
    expect(delivered).toEqual([first?.sentAt?.getTime(), second?.sentAt?.getTime()]);
  }, 240_000);

  it('adds wishes up while it is on its way, and refuses one that goes back', async () => {
    const { now } = encore.devStore.store.clock;
    await wish(25 * MINUTE_MS);
    expect(await wish(60 * MINUTE_MS)).toMatchObject({
      target: new Date(now + 85 * MINUTE_MS).toISOString(),
    });
    expect(await wish(-1)).toMatchObject({ error: expect.stringContaining('byMs') });
  });
});
