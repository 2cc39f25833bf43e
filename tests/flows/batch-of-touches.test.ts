import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateTouch } from '#core/decide/evaluate-touch';
import { changePairings } from '#flows/change-pairings';
import { touchInputOf } from '#flows/decide-touch';
import type { DueTouch } from '#flows/due-touch';
import { loadDueTouches } from '#flows/load-due-touches';
import type { ClaimedTouch } from '#flows/records';
import { openCountedStore } from '../support/count-statements';
import { freshDatabase } from '../support/database';
import { startWithDueTouches } from '../support/due-touches';
import type { RunningEncore } from '../support/start-encore';

const [MACHINE, JUG] = ['gid://shopify/Product/1', 'gid://shopify/Product/2'];
const CUSTOMERS = 24;
const database = await freshDatabase();
const counted = openCountedStore(database.url);
let encore: RunningEncore;
let now = 0;
let claims: ReadonlyArray<ClaimedTouch> = [];

beforeAll(async () => {
  encore = await startWithDueTouches({ databaseUrl: database.url, customers: CUSTOMERS });
  now = encore.devStore.store.clock.now;
  claims = await encore.tools.store.claimDueTouches(now, CUSTOMERS, 60_000);
  await read(claims); // a process that has worked for this shop before
}, 60_000);
afterAll(async () => {
  await counted.close();
  await encore?.stop();
});

/** Reads the touches as one batch. Out: what was read, and the statements that it took. */
async function read(batch: ReadonlyArray<ClaimedTouch>) {
  counted.statements.length = 0;
  const { admin } = encore.tools;
  const touches = await loadDueTouches({ store: counted.store, admin }, encore.shopId, batch, now);
  return { touches, statements: counted.statements.length };
}

function offeredIn(touches: ReadonlyArray<DueTouch>): ReadonlyArray<string | null> {
  return touches.map((touch) => {
    if (touch.fetched === null) throw new Error(`${touch.claim.orderId} is not in the shop`);
    const input = touchInputOf({ touch, fetched: touch.fetched, onlyPairing: null, now });
    return evaluateTouch(input).offer.chosen?.productId ?? null;
  });
}

describe('a batch of touches', () => {
  it('is read in three statements, and decided from them', async () => {
    const { touches, statements } = await read(claims);
    expect(offeredIn(touches)).toEqual(Array.from({ length: CUSTOMERS }, () => JUG));
    expect(statements).toBe(3);
  });

  it('of one touch takes as many', async () => {
    const { touches, statements } = await read(claims.slice(0, 1));
    expect(offeredIn(touches)).toEqual([JUG]);
    expect(statements).toBe(3);
  });

  it('sees what the merchant has blocked since the last one, and what has been allowed again', async () => {
    const { tools, shopId } = encore;
    const change = { table: 'same_order', antecedentId: MACHINE, consequentId: JUG } as const;
    const changes = [{ ...change, use: 'blocked' as const }];
    const changed = await changePairings(tools, { shopId, changes, savedBy: 'merchant', now });
    if (changed.kind !== 'changed') throw new Error(changed.problem);
    expect(offeredIn((await read(claims)).touches)).toEqual(Array.from({ length: CUSTOMERS }, () => null));
    await changePairings(tools, { shopId, changes: changed.undo, savedBy: 'merchant', now });
    expect(offeredIn((await read(claims)).touches)).toEqual(Array.from({ length: CUSTOMERS }, () => JUG));
  });

  it('sees a product that is sold no more, and one that is sold again', async () => {
    const { store } = encore.tools;
    const jug = await productOf(JUG);
    await store.removeProducts(encore.shopId, [JUG]);
    const { touches, statements } = await read(claims);
    expect(offeredIn(touches)).toEqual(Array.from({ length: CUSTOMERS }, () => null));
    expect(statements).toBe(3);
    await store.upsertProducts(encore.shopId, [{ ...jug, updatedAt: jug.updatedAt + 1 }]);
    expect(offeredIn((await read(claims)).touches)).toEqual(Array.from({ length: CUSTOMERS }, () => JUG));
  });

  it('sees a new mining, and what it learned of a category that a product has come to', async () => {
    const { store } = encore.tools;
    const { shopId } = encore;
    const [machine, jug] = [await productOf(MACHINE), await productOf(JUG)];
    const mining = {
      table: 'same_order',
      windowFrom: 0,
      windowTo: now,
      orders: 100,
      allBuyers: 100,
    } as const;
    const learned = {
      buyers: 60,
      consequents: [jug.number],
      support: [30],
      consequentBuyers: [40],
      grades: ['automatic' as const],
      scores: [1_000_000],
    };
    const categories = [{ ...learned, category: 'Espresso', settled: [] }];
    await store.replacePairings(shopId, { ...mining, rows: [], categories }, now);
    expect(offeredIn((await read(claims)).touches)).toEqual(Array.from({ length: CUSTOMERS }, () => null));
    const moved = { ...machine, category: 'Espresso', updatedAt: machine.updatedAt + 1 };
    await store.upsertProducts(shopId, [moved]);
    expect(offeredIn((await read(claims)).touches)).toEqual(Array.from({ length: CUSTOMERS }, () => JUG));
  });
});

async function productOf(productId: string) {
  const { numbers, products } = await counted.store.catalogue(encore.shopId);
  const product = products.get(numbers.get(productId) ?? -1);
  if (!product) throw new Error(`${productId} is not in the catalogue`);
  return product;
}
