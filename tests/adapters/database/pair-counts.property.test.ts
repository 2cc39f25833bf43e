import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countShop, isSameCount, type ShopCounts } from '#core/affinity/count-shop';
import { DAY_MS, EVER } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();

const ALL = { one: 0, of: 1 };
const RUNS = 25;

const basket = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 });
const who = fc.integer({ min: 1, max: 5 });
const order = fc.record({
  order: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 0, max: 9 }),
  who,
  basket,
});
/** A guest gives an address only; the customer of the same number, and somebody who changed addresses, more than that. */
const buying = order.chain((placed) =>
  fc
    .constantFrom<'guest' | 'customer' | 'moved'>('guest', 'customer', 'moved')
    .map((as) => ({ kind: 'order' as const, as, ...placed })),
);
const step = fc.oneof(
  { weight: 8, arbitrary: buying },
  { weight: 1, arbitrary: who.map((customer) => ({ kind: 'redaction' as const, customer })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }).map((day) => ({ kind: 'window' as const, day })) },
  {
    weight: 1,
    arbitrary: fc
      .array(buying, { minLength: 2, maxLength: 6 })
      .map((orders) => ({ kind: 'batch' as const, orders })),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;
type Buying = Extract<Step, { kind: 'order' }>;

/** A guest turns out to be customer 1, who keeps another address, and orders as a guest once more. */
const MERGED_GUEST: Step[] = [
  { kind: 'order', as: 'customer', order: 1, day: 0, who: 1, basket: [1, 2] },
  { kind: 'order', as: 'guest', order: 2, day: 1, who: 2, basket: [3] },
  { kind: 'order', as: 'moved', order: 3, day: 2, who: 1, basket: [1] },
  { kind: 'order', as: 'guest', order: 4, day: 3, who: 2, basket: [4] },
];

/** An order of a history: placed, or changed by a refund, a return, another buyer or a late word about its day. */
function recorded({ order: number, day, who: n, basket: products, as }: Buying, at: number) {
  const { customerId, emailHash } = buyer(n);
  const whose = {
    guest: { customerId: null, emailHash },
    customer: { customerId, emailHash },
    moved: { customerId, emailHash: buyer(n + 1).emailHash },
  }[as];
  return buildRecordedOrder(
    {
      ...whose,
      orderId: `gid://shopify/Order/${number}`,
      confirmedAt: MONDAY + day * DAY_MS,
      updatedAt: MONDAY + at,
    },
    { basket: products, owned: products },
  );
}

async function countedAnew(shopId: string, from: number): Promise<ShopCounts> {
  const { baskets } = await store.minedBaskets(shopId, from, EVER);
  const counting = countShop(baskets);
  for (;;) {
    const next = counting.next();
    if (next.done) return next.value;
  }
}

it('whatever becomes of orders and people, the counts are those of a shop that is counted anew (R11, R12)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const shopId = await installShop(store);
      let from = MONDAY;
      await store.countAnew(shopId, from);
      for (const [at, now] of steps.entries()) {
        if (now.kind === 'order') await store.recordOrders(shopId, [recorded(now, at)]);
        if (now.kind === 'batch')
          await store.recordOrders(
            shopId,
            now.orders.map((one) => recorded(one, at)),
          );
        if (now.kind === 'redaction')
          await store.redactCustomer(shopId, buyer(now.customer).customerId, null);
        if (now.kind === 'window') {
          const to = MONDAY + now.day * DAY_MS;
          if (await store.moveCountWindow(shopId, to)) from = to;
        }
        const kept = await store.keptCounts(shopId, ALL);
        const anew = await countedAnew(shopId, from);
        expect(kept && { ...kept, same: isSameCount(kept, anew) }).toEqual({
          ...anew,
          ...plain(anew),
          same: true,
        });
      }
    }),
    { numRuns: RUNS, examples: [[MERGED_GUEST]] },
  );
}, 120_000);

/** Typed columns as the lists that a database gives. */
function plain({ products, pairs }: ShopCounts) {
  const lists = (columns: object) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, Array.from(column as ArrayLike<number>)]),
    );
  return { products: lists(products), pairs: lists(pairs) };
}
