import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOutbox } from '#adapters/outbox/read-outbox';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const BEANS = '5';
let encore: RunningEncore;

/** Three customers buy the machine with beans for £10.00, a day apart, so that their touches 3 come on different days. */
beforeAll(async () => {
  const customers = customersOf('treatment', 3);
  const future = customers.map((customer, day) => {
    const at = INSTALLED_AT + HOUR_MS + day * DAY_MS;
    const order = buildStoreOrder(String(3_000 + day), customer, at, ['1', BEANS]);
    return { at, kind: 'order_paid' as const, order };
  });
  const seed = buildSeed({ customers, future });
  const [like] = seed.products;
  if (!like) throw new Error('the seed has no products');
  const beans = { id: BEANS, sourceId: BEANS, variantId: '95', handle: 'beans', title: 'Espresso beans' };
  const products = [...seed.products, { ...like, ...beans, category: 'Coffee', priceMinor: 1_000 }];
  encore = await startEncore({ databaseUrl: database.url, seed: { ...seed, products }, at: INSTALLED_AT });
}, 60_000);
afterAll(() => encore?.stop());

const beansNow = () => {
  const product = encore.devStore.store.shops.get(encore.shopId)?.products.get(BEANS);
  if (!product) throw new Error('the beans are not in the store');
  return product;
};

/** Lets touch 3 of an order come. Out: what became of it, with the text of its email. */
async function thirdTouch(order: number) {
  const read = async () =>
    (await readLedger(database.url, encore.shopId, String(order))).find(
      ({ touchNumber }) => touchNumber === 3,
    );
  const due = (await read())?.firstDueAt.getTime() ?? 0;
  await encore.moveTo(due + HOUR_MS);
  const touch = await read();
  const email = await readOutbox(encore.env['OUTBOX_DIR'] ?? '', encore.shopId, touch?.touchId ?? '');
  return { state: touch?.state, reason: touch?.reason, text: email?.text ?? '' };
}

it('what is bought again is offered at its price', async () => {
  await encore.moveTo(INSTALLED_AT + 3 * DAY_MS);
  const { state, text } = await thirdTouch(3_000);
  expect(state).toBe('accepted');
  expect(text).toContain('Espresso beans');
  expect(text).toContain('£10.00');
}, 120_000);

it('and at the price of the second of sending, though no webhook told of it', async () => {
  beansNow().priceMinor = 1_200;
  const { state, text } = await thirdTouch(3_001);
  expect(state).toBe('accepted');
  expect(text).toContain('£12.00');
  expect(text).not.toContain('£10.00');
}, 120_000);

it('and not at all once it is sold out, though the catalogue has not heard of it', async () => {
  beansNow().available = 0;
  expect(await thirdTouch(3_002)).toEqual({ state: 'skipped', reason: 'no_candidate', text: '' });
}, 120_000);
