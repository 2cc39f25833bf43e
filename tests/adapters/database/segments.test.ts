import { expect, it } from 'vitest';
import { customerFacts } from '#core/segments/customer-facts';
import { borderOfTop, matchSegments } from '#core/segments/match-segments';
import type { Condition, OwnSegment } from '#core/segments/own-segment';
import { segmentRows } from '#core/segments/segment-rows';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { buildCustomer, MONDAY } from '../../support/build-order';
import { buildProduct } from '../../support/build-product';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { buildSegment } from '../../support/build-segment';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const now = MONDAY + DAY_MS;
const LAMP = 'gid://shopify/Product/71';
const SOFA = 'gid://shopify/Product/72';

const rowsWith = (own: ReadonlyArray<OwnSegment>) =>
  segmentRows({ ...DEFAULT_SETTINGS, segments: { ...DEFAULT_SETTINGS.segments, own } });

/** The n-th person buys n % 4 + 1 times, the higher n the dearer; every third is German, and some have what is asked for. */
async function recordPeople(shopId: string, people = 24) {
  await store.upsertProducts(shopId, [
    buildProduct({ productId: LAMP, category: 'Home > Light > Lamps' }),
    buildProduct({ productId: SOFA, category: 'Home > Lighters' }),
  ]);
  const numbers = await store.productNumbers(shopId, [LAMP, SOFA]);
  const orders = Array.from({ length: people }, (_, n) =>
    Array.from({ length: (n % 4) + 1 }, (_, at) =>
      buildRecordedOrder(
        {
          ...buyer(n + 1),
          orderId: `gid://shopify/Order/${n * 10 + at}`,
          confirmedAt: MONDAY - at * 200 * DAY_MS, // some beyond the twelve months
          // Where they live now is said by the newest order alone.
          countryCode: n % 6 === 5 ? null : n % 3 === 0 && at === 0 ? 'DE' : 'GB',
          discountUsed: n % 5 === 0 && at === 1,
          currency: n % 7 === 3 && at > 0 ? 'JPY' : 'GBP', // some before the shop changed it
        },
        {
          valueMinor: 1000 * (n + 1) + at,
          netMinor: 900 * (n + 1),
          owned: [numbers.get(n % 2 === 0 ? LAMP : SOFA) ?? 0],
        },
      ),
    ),
  );
  await store.recordOrders(shopId, orders.flat());
  await store.refreshValueBorders(shopId, now);
  return orders;
}

const CONDITIONS: ReadonlyArray<readonly [string, ReadonlyArray<Condition>]> = [
  ['orders', [{ fact: 'order_count', is: 'at_most', value: 2 }]],
  ['spent', [{ fact: 'total_spent', is: 'at_least', value: 20_000 }]],
  ['spent_less', [{ fact: 'total_spent', is: 'at_most', value: 20_000 }]],
  ['top', [{ fact: 'mean_order_value', is: 'is', value: 33 }]],
  ['not_top', [{ fact: 'mean_order_value', is: 'is_not', value: 33 }]],
  ['german', [{ fact: 'country', is: 'is', value: 'de' }]],
  ['not_german', [{ fact: 'country', is: 'is_not', value: 'DE' }]],
  ['lamp', [{ fact: 'product', is: 'is', value: LAMP }]],
  ['no_lamp', [{ fact: 'product', is: 'is_not', value: LAMP }]],
  ['unknown_product', [{ fact: 'product', is: 'is_not', value: 'gid://shopify/Product/404' }]],
  ['light', [{ fact: 'category', is: 'is', value: 'Home > Light' }]],
  ['discount', [{ fact: 'discount', is: 'is' }]],
  ['no_discount', [{ fact: 'discount', is: 'is_not' }]],
  [
    'several',
    [
      { fact: 'country', is: 'is_not', value: 'DE' },
      { fact: 'product', is: 'is', value: LAMP },
      { fact: 'order_count', is: 'at_least', value: 2 },
    ],
  ],
];

it('a row counts exactly those whom the rule of sending puts there, whatever it asks', async () => {
  const shopId = await installShop(store);
  const orders = await recordPeople(shopId);
  const own = CONDITIONS.flatMap(([id, conditions]) => [
    buildSegment({ id, conditions }),
    buildSegment({ id: `any_${id}`, conditions, join: 'any' }),
  ]);
  const rows = rowsWith(own);
  const { people, sizes, others } = await store.segmentSizes(shopId, rows, now);
  expect(people).toBe(24);

  const matches = await Promise.all(
    orders.map(async ([newest, ...earlier], n) => {
      if (!newest) throw new Error(`person ${n} bought nothing`);
      const facts = await store.enrolmentFacts(shopId, newest.order.orderId);
      if (!facts) throw new Error(`${newest.order.orderId} is not kept`);
      expect(facts.purchases).toHaveLength(earlier.length + 1);
      const known = customerFacts({
        order: newest.order,
        customer: buildCustomer({ tags: [] }),
        purchases: facts.purchases,
        valueBordersMinor: facts.valueBordersMinor,
        bought: await store.boughtBefore(shopId, facts.personId ?? ''),
      });
      return matchSegments(known, rows).map(({ id }) => id);
    }),
  );
  const expected = rows
    .filter(({ id }) => id !== 'loyalty')
    .map(({ id }) => [id, { count: matches.filter((ids) => ids.includes(id)).length, isAtMost: false }]);
  expect(sizes).toEqual({ ...Object.fromEntries(expected), loyalty: null });
  const told = CONDITIONS.filter(([id]) => id !== 'unknown_product').map(([id]) => sizes[id]?.count ?? 0);
  expect(told.filter((count) => count === 0 || count === 24)).toEqual([]); // each tells some from others
  expect(others).toEqual({ count: matches.filter((ids) => ids.length === 0).length, isAtMost: true });
});

it('what is not kept here is not counted: with all joined it is said to be at most, with any not at all', async () => {
  const shopId = await installShop(store);
  await recordPeople(shopId);
  const conditions: ReadonlyArray<Condition> = [
    { fact: 'order_count', is: 'at_least', value: 3 },
    { fact: 'tag', is: 'is', value: 'gold' },
  ];
  const rows = [
    buildSegment({ id: 'all', conditions }),
    buildSegment({ id: 'any', conditions, join: 'any' }),
    buildSegment({ id: 'orders', conditions: conditions.slice(0, 1) }),
  ];
  const { sizes } = await store.segmentSizes(shopId, rows, now);
  expect(sizes).toEqual({
    all: { count: 12, isAtMost: true },
    any: null,
    orders: { count: 12, isAtMost: false },
  });
});

it('a row that is off is counted, and takes nobody away from everyone else', async () => {
  const shopId = await installShop(store);
  await recordPeople(shopId);
  const sizesWith = (isOn: boolean) => store.segmentSizes(shopId, [buildSegment({ isOn })], now);
  expect(await sizesWith(true)).toMatchObject({ sizes: { own: { count: 24 } }, others: { count: 0 } });
  expect(await sizesWith(false)).toMatchObject({ sizes: { own: { count: 24 } }, others: { count: 24 } });
});

it('with fewer than 20 customers no border is drawn, and another shop is not counted', async () => {
  const shopId = await installShop(store);
  await recordPeople(shopId, 19);
  expect(await store.valueBorders(shopId)).toBeNull();
  const { people, sizes } = await store.segmentSizes(shopId, rowsWith([]), now);
  expect({ people, highAov: sizes['high_aov'] }).toEqual({
    people: 19,
    highAov: { count: 0, isAtMost: false },
  });
});

it('one look draws the border of every share at once: the top n % hold at least n % and the border itself', async () => {
  const shopId = await installShop(store);
  await recordPeople(shopId);
  const borders = await store.valueBorders(shopId);
  expect(borders).toHaveLength(50);
  expect(borders?.toSorted((a, b) => b - a)).toEqual(borders);
  expect([borderOfTop(borders, 1), borderOfTop(borders, 50)]).toEqual([24_000, 13_000]);
});

it('no person at all counts to nothing', async () => {
  const shopId = await installShop(store);
  expect(await store.segmentSizes(shopId, [], now)).toEqual({
    people: 0,
    sizes: {},
    others: { count: 0, isAtMost: false },
  });
});

it.each([
  ['JPY', 0],
  ['GBP', 1],
])('what was spent in %s adds up with the shop’s pounds for %i of one (C78)', async (currency, count) => {
  const shopId = await installShop(store);
  const bought = (n: number, of: string, minor: number) =>
    buildRecordedOrder(
      { ...buyer(1), orderId: `gid://shopify/Order/${n}`, currency: of, confirmedAt: MONDAY - n * DAY_MS },
      { valueMinor: minor, netMinor: minor },
    );
  await store.recordOrders(shopId, [bought(1, 'GBP', 5_000), bought(2, currency, 90_000)]);
  const conditions: ReadonlyArray<Condition> = [{ fact: 'total_spent', is: 'at_least', value: 20_000 }];
  const { sizes } = await store.segmentSizes(
    shopId,
    rowsWith([buildSegment({ id: 'rich', conditions })]),
    now,
  );
  expect(sizes['rich']).toMatchObject({ count });
  const facts = await store.enrolmentFacts(shopId, 'gid://shopify/Order/1');
  const known = customerFacts({
    order: bought(1, 'GBP', 5_000).order,
    customer: buildCustomer(),
    purchases: facts?.purchases ?? [],
    valueBordersMinor: null,
    bought: { productIds: [], categories: [], usedDiscount: false },
  });
  const [total, mean] = count === 0 ? [5_000, 5_000] : [95_000, 47_500];
  expect(known).toMatchObject({ orderCount: 2, totalSpentMinor: total, meanOrderValueMinor: mean });
});
