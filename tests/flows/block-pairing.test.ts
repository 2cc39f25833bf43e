import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { changePairings, type PairingChange } from '#flows/change-pairings';
import { mineShopPairings } from '#flows/mine-shop-pairings';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const [ada, bob] = [buildStoreCustomer('7001'), buildStoreCustomer('7002')];
const [first, second] = [INSTALLED_AT + HOUR_MS, INSTALLED_AT + 3 * HOUR_MS];
const BLOCKED: PairingChange = {
  table: 'same_order',
  antecedentId: 'gid://shopify/Product/1',
  consequentId: 'gid://shopify/Product/2',
  use: 'blocked',
};
let encore: RunningEncore;
let undo: ReadonlyArray<PairingChange> = [];

beforeAll(async () => {
  const future = [
    buildStoreOrder('3001', ada, first, ['1']),
    buildStoreOrder('3002', bob, second, ['1']),
  ].map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [ada, bob], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
}, 60_000);
afterAll(() => encore?.stop());

async function change(changes: ReadonlyArray<PairingChange>) {
  const { shopId, tools } = encore;
  const changed = await changePairings(tools, { shopId, changes, savedBy: 'merchant', now: INSTALLED_AT });
  if (changed.kind !== 'changed') throw new Error(changed.problem);
  return changed.undo;
}

describe('blocking a pairing', () => {
  it('takes it out of the next decision, after a refresh as well', async () => {
    undo = await change([BLOCKED]);
    await mineShopPairings(encore.tools, { shopId: encore.shopId, now: INSTALLED_AT });
    await encore.moveTo(first + 21 * MINUTE_MS);
    const [touch] = await readLedger(database.url, encore.shopId, '3001');
    expect(touch).toMatchObject({ state: 'skipped', reason: 'no_candidate', productId: null });
    const { store } = encore.tools;
    const [decision] = (await store.latestDecisions(encore.shopId, 10)).filter(
      ({ touchNumber }) => touchNumber === 1,
    );
    expect(decision?.candidates?.best).toMatchObject([
      { productId: 'gid://shopify/Product/2', reason: 'excluded_list', labels: ['blocked'] },
    ]);
  });

  it('undone, brings it back for the next customer', async () => {
    await change(undo);
    await encore.moveTo(second + 21 * MINUTE_MS);
    const [touch] = await readLedger(database.url, encore.shopId, '3002');
    expect(touch).toMatchObject({ state: 'accepted', productId: 'gid://shopify/Product/2' });
  });
});
