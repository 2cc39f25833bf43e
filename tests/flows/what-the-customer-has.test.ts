import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import type { StoreEvent } from '../../dev-store/model';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const [MACHINE, JUG, TIN, SAME_JUG, NEW_MACHINE] = ['1', '2', '4', '5', '6'];
const orderAt = INSTALLED_AT + HOUR_MS;
const before = INSTALLED_AT - 60 * DAY_MS;
let encore: RunningEncore;

/** Five customers buy a machine in the same hour; what they did before differs in one thing each. */
beforeAll(async () => {
  const customers = customersOf('treatment', 5);
  const [tin, sameJug, jug, returned, fresh] = customers;
  if (!tin || !sameJug || !jug || !returned || !fresh) throw new Error('there are no five customers');
  const paid = (...args: Parameters<typeof buildStoreOrder>): StoreEvent => {
    const order = buildStoreOrder(...args);
    return { at: order.createdAt, kind: 'order_paid', order };
  };
  const likeMachine = buildStoreOrder('3005', fresh, orderAt, [MACHINE]).lines.map((line) => ({
    ...line,
    productId: NEW_MACHINE,
  }));
  const future: StoreEvent[] = [
    paid('2901', tin, before, [TIN]),
    paid('2902', sameJug, before, [SAME_JUG]),
    paid('2903', jug, before, [JUG]),
    paid('2904', returned, before, [JUG, TIN]),
    {
      at: INSTALLED_AT - 10 * DAY_MS,
      kind: 'order_refunded',
      orderId: '2904',
      lines: [{ lineId: '29040', quantity: 1 }],
    },
    ...[tin, sameJug, jug, returned].map((customer, at) =>
      paid(String(3001 + at), customer, orderAt, [MACHINE]),
    ),
    paid('3005', fresh, orderAt, [NEW_MACHINE], { lines: likeMachine }),
  ];
  const seed = buildSeed({ customers, future });
  const products = seed.products.map((product) =>
    product.id === JUG ? { ...product, sku: 'JUG-350' } : product,
  );
  const [machine, soldJug] = products;
  if (!machine || !soldJug) throw new Error('the seed has no products');
  const listing = (id: string) => ({ id, sourceId: id, variantId: `9${id}`, handle: `product-${id}` });
  products.push(
    { ...soldJug, ...listing(SAME_JUG), title: 'Jug for milk', sku: 'jug-350 ' },
    { ...machine, ...listing(NEW_MACHINE), title: 'Filter machine' },
  );
  encore = await startEncore({ databaseUrl: database.url, seed: { ...seed, products }, at: INSTALLED_AT });
  await encore.moveTo(orderAt + HOUR_MS);
}, 240_000);
afterAll(() => encore?.stop());

/** What touch 1 of an order made of the jug. */
async function jugIn(order: string) {
  const decisions = await encore.tools.store.latestDecisions(encore.shopId, 50);
  const decision = decisions.find(
    ({ orderId, touchNumber }) => orderId === `gid://shopify/Order/${order}` && touchNumber === 1,
  );
  const jug = decision?.candidates?.best.find(({ productId }) => productId.endsWith(`/${JUG}`));
  return { verdict: decision?.verdict, reason: jug?.reason, labels: jug?.labels };
}

it('who bought something else before is offered what goes with the machine', async () => {
  expect(await jugIn('3001')).toEqual({ verdict: 'send', reason: null, labels: [] });
});

it('who has it under another listing is not (C33, C37)', async () => {
  expect(await jugIn('3002')).toEqual({
    verdict: 'skip',
    reason: 'equivalent_owned',
    labels: ['same_thing'],
  });
});

it('who has it is not (C33)', async () => {
  expect(await jugIn('3003')).toMatchObject({ verdict: 'skip', reason: 'already_owns' });
});

it('who gave it back ten days ago is not (C34)', async () => {
  expect(await jugIn('3004')).toMatchObject({ verdict: 'skip', reason: 'returned_recently' });
});

it('a machine that nobody has bought before speaks by its category (C48)', async () => {
  expect(await jugIn('3005')).toEqual({ verdict: 'send', reason: null, labels: ['learned_from_category'] });
});
