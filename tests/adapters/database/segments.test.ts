import { expect, it } from 'vitest';
import { matchSegments } from '#core/segments/match-segments';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const settings = DEFAULT_SETTINGS.segments;
const now = MONDAY + DAY_MS;

/** The n-th person buys n % 4 + 1 times, the higher n the dearer. */
const ORDERS = Array.from({ length: 24 }, (_, n) =>
  Array.from({ length: (n % 4) + 1 }, (_, at) =>
    buildRecordedOrder(
      {
        ...buyer(n + 1),
        orderId: `gid://shopify/Order/${n * 10 + at}`,
        confirmedAt: MONDAY - at * DAY_MS,
      },
      { valueMinor: 1000 * (n + 1) },
    ),
  ),
);

it('a segment holds exactly those whom the rule of sending puts there', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, ORDERS.flat());
  await store.refreshHighAov(shopId, now);
  const sizes = await store.segmentSizes(shopId, settings, now);
  const matches = ORDERS.map((orders, n) =>
    matchSegments(
      {
        tags: [],
        orderCount: orders.length,
        meanOrderValueMinor: 1000 * (n + 1),
        highAovFromMinor: sizes.highAovFromMinor,
      },
      settings,
    ),
  );
  const inSegment = (name: string) => matches.filter((names) => names.some((own) => own === name)).length;
  expect(sizes).toMatchObject({
    people: 24,
    highAov: inSegment('high_aov'),
    repeat: inSegment('repeat'),
    firstTime: inSegment('first_time'),
  });
  expect([sizes.repeat, sizes.firstTime]).toEqual([12, 6]);
});

it('with fewer than 20 customers nobody is said to be of high value, and another shop is not counted', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, ORDERS.slice(0, 3).flat());
  await store.refreshHighAov(shopId, now);
  expect(await store.segmentSizes(shopId, settings, now)).toEqual({
    people: 3,
    highAov: null,
    highAovFromMinor: null,
    repeat: 1,
    firstTime: 1,
  });
});
