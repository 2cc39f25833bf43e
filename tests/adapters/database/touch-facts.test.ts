import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildEvent } from '../../support/build-event';
import { buildGate, buildTouches, claimOne, enrol } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openCountedStore } from '../../support/count-statements';
import { openStore } from '../../support/open-store';

const { store, url } = await openStore();
const NOW = MONDAY + DAY_MS;
const ORDER = 'gid://shopify/Order/1';
const ADA = buyer(1);

/** Ada's enrolment: touch 1 was sent at NOW, touch 2 comes three days later. */
async function afterTouchOne(): Promise<{
  readonly shopId: string;
  readonly one: string;
  readonly two: string;
}> {
  const shopId = await installShop(store);
  const [one] = buildTouches(ORDER);
  if (!one) throw new Error('no touch');
  const two = {
    ...one,
    touchId: 'touch 2',
    touchNumber: 2,
    dueAt: NOW + 3 * DAY_MS,
    windowEndsAt: NOW + 5 * DAY_MS,
  } as const;
  await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent: 11 }, 'Ada', MONDAY);
  await enrol(store, shopId, 1, { touches: [one, two], settingsVersion: 1, segments: ['repeat'] });
  await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent: 20 }, 'Ada', MONDAY);
  const claim = await claimOne(store, NOW);
  await store.beginSending(shopId, claim, buildGate());
  await store.finishTouch(shopId, claim, { state: 'accepted', at: NOW, messageId: 'm' });
  return { shopId, one: one.touchId, two: two.touchId };
}

const factsOf = async (shopId: string, touchId: string, now = NOW + 3 * DAY_MS) =>
  (await store.touchFacts(shopId, [{ touchId, domainHash: null }], now))[0];

it('the facts of a touch hold its plan, its pinned settings and what came before it', async () => {
  const { shopId, two } = await afterTouchOne();
  expect(await factsOf(shopId, two)).toEqual({
    touchId: two,
    touchNumber: 2,
    dueAt: NOW + 3 * DAY_MS,
    windowEndsAt: NOW + 5 * DAY_MS,
    enrolmentId: `enrolment of ${ORDER}`,
    isEnrolmentLive: true,
    exitReason: null,
    orderId: ORDER,
    personId: ADA.customerId,
    arm: 'treatment',
    confirmedAt: MONDAY,
    zone: 'Europe/London',
    segments: ['repeat'],
    settingsVersion: 1,
    pinned: { ...DEFAULT_SETTINGS, holdoutPercent: 11 },
    suppressions: [],
    newerPurchases: [],
    purchaseBefore: null,
    owned: [],
    boughtBefore: [],
    browsed: [],
    returned: [],
    recentSends: [NOW],
    engagement: [],
    earlierTouches: [
      {
        touchNumber: 1,
        state: 'accepted',
        productId: 'gid://shopify/Product/9',
        productTitle: null,
        clickedByPerson: false,
      },
    ],
  });
});

it('sends count for 168 hours', async () => {
  const { shopId, two } = await afterTouchOne();
  expect((await factsOf(shopId, two, NOW + 168 * HOUR_MS - 1))?.recentSends).toEqual([NOW]);
  expect((await factsOf(shopId, two, NOW + 168 * HOUR_MS))?.recentSends).toEqual([]);
});

it('later purchases, what the person owns and what they did with emails are the person’s own', async () => {
  const { shopId, one, two } = await afterTouchOne();
  const at = NOW + HOUR_MS;
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: ORDER, ...ADA }, { owned: [3, 1] }),
    buildRecordedOrder({ orderId: 'gid://shopify/Order/2', ...ADA, confirmedAt: at }, { owned: [1, 7] }),
    buildRecordedOrder(
      { orderId: 'gid://shopify/Order/3', ...ADA, confirmedAt: MONDAY - DAY_MS },
      { owned: [9] },
    ),
    buildRecordedOrder({ orderId: 'gid://shopify/Order/4', ...buyer(2), confirmedAt: at }, { owned: [8] }),
  ]);
  await store.recordEmailEvents(shopId, [
    buildEvent(one, 'delivered', { at: NOW }),
    buildEvent(one, 'open', { at: NOW + 1, isMachine: true }),
    buildEvent(one, 'click', { at: NOW + 2 }),
  ]);
  await store.suppress(shopId, ADA.emailHash, 'bounced', 'import', NOW);
  const facts = await factsOf(shopId, two);
  expect(facts?.newerPurchases.map((purchase) => purchase.orderId)).toEqual(['gid://shopify/Order/2']);
  expect(facts?.purchaseBefore?.orderId).toBe('gid://shopify/Order/3');
  expect(facts?.owned.toSorted()).toEqual([1, 3, 7, 9]);
  expect(facts?.suppressions).toEqual(['bounced']);
  expect(facts?.engagement).toEqual([
    { deliveredAt: NOW, humanOpen: false, machineOpen: true, verifiedClick: true, orderAfter: true },
  ]);
  expect(facts?.earlierTouches).toMatchObject([{ clickedByPerson: true }]);
});

it('what was given back counts for 90 days from the last update of its order (C34)', async () => {
  const { shopId, two } = await afterTouchOne();
  const returnedAt = NOW - 10 * DAY_MS;
  await store.recordOrders(shopId, [
    buildRecordedOrder(
      { orderId: 'gid://shopify/Order/2', ...ADA, confirmedAt: MONDAY - 300 * DAY_MS, updatedAt: returnedAt },
      { returned: [5, 6] },
    ),
    buildRecordedOrder({ orderId: 'gid://shopify/Order/3', ...buyer(2) }, { returned: [8] }),
  ]);
  const returned = async (at: number) => (await factsOf(shopId, two, at))?.returned.toSorted();
  expect(await returned(returnedAt + 90 * DAY_MS - 1)).toEqual([5, 6]);
  expect(await returned(returnedAt + 90 * DAY_MS)).toEqual([]);
});

it('a click by a machine is no click', async () => {
  const { shopId, one, two } = await afterTouchOne();
  await store.recordEmailEvents(shopId, [
    buildEvent(one, 'delivered', { at: NOW }),
    buildEvent(one, 'click', { isMachine: true }),
  ]);
  const facts = await factsOf(shopId, two);
  expect(facts?.engagement).toMatchObject([{ verifiedClick: false, orderAfter: false }]);
  expect(facts?.earlierTouches).toMatchObject([{ clickedByPerson: false }]);
});

it('an ended enrolment says why', async () => {
  const { shopId, two } = await afterTouchOne();
  await store.exitEnrolments(shopId, ADA.customerId, 'cancelled', NOW);
  expect(await factsOf(shopId, two)).toMatchObject({ isEnrolmentLive: false, exitReason: 'cancelled' });
});

it('two hundred touches cost one statement, their settings included', async () => {
  const shopId = await installShop(store);
  await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent: 11 }, 'Ada', MONDAY);
  for (let n = 1; n <= 200; n += 1) await enrol(store, shopId, n, { settingsVersion: n % 2 });
  const { store: logged, statements, close } = openCountedStore(url);
  const ids = Array.from({ length: 200 }, (_, n) => `touch 1 of gid://shopify/Order/${n + 1}`);
  const asked = ids.map((touchId) => ({ touchId, domainHash: null }));
  const facts = await logged.touchFacts(shopId, asked, NOW);
  await close();
  expect(statements).toHaveLength(1);
  const holdouts = ids.map((id) => facts.find(({ touchId }) => touchId === id)?.pinned.holdoutPercent);
  expect(holdouts).toEqual(ids.map((_, n) => (n % 2 === 0 ? 11 : DEFAULT_SETTINGS.holdoutPercent)));
});

it('the domain of an address counts beside the address, each for its own touch', async () => {
  const shopId = await installShop(store);
  for (const n of [1, 2]) await enrol(store, shopId, n);
  const listed = { scope: 'domain', hash: 'd'.repeat(64), kind: 'unsubscribed' } as const;
  await store.addSuppressions(shopId, [listed], 'import', MONDAY);
  const [one, two] = ['touch 1 of gid://shopify/Order/1', 'touch 1 of gid://shopify/Order/2'];
  const asked = [
    { touchId: one, domainHash: 'e'.repeat(64) },
    { touchId: two, domainHash: listed.hash },
  ];
  const facts = await store.touchFacts(shopId, asked, NOW);
  const found = new Map(facts.map(({ touchId, suppressions }) => [touchId, suppressions]));
  expect(found).toEqual(
    new Map([
      [one, []],
      [two, ['unsubscribed']],
    ]),
  );
});
