import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { keepOutcomes } from '#flows/keep-outcomes';
import { findLift } from '#flows/report-lift';
import { buildEnrolment, enrol } from '../../support/build-enrolment';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { buildShopDetails, installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const EVER = { horizonDays: 90, asOf: MONDAY + 200 * DAY_MS, from: null, segment: null } as const;
const keep = (shopId: string) => keepOutcomes({ store }, { shopId });

it('who turns out to have been emailed and held out leaves the analysis, is counted, and stays in the sample ratio (C74)', async () => {
  const shopId = await installShop(store);
  const guest = { customerId: null, emailHash: buyer(1).emailHash };
  const guestId = `guest:${buyer(1).emailHash}`;
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: 'gid://shopify/Order/1', ...guest })]);
  await store.saveEnrolment(shopId, buildEnrolment(shopId, 1, { personId: guestId, arm: 'holdout' }));
  await store.recordOrders(shopId, [
    buildRecordedOrder({
      orderId: 'gid://shopify/Order/2',
      customerId: buyer(1).customerId,
      emailHash: null,
    }),
  ]);
  const second = buildEnrolment(shopId, 2, { personId: buyer(1).customerId, arm: 'treatment' });
  await store.saveEnrolment(shopId, { ...second, decision: { ...second.decision, decidedAt: MONDAY + 1 } });
  await keep(shopId);
  expect((await store.liftTally(shopId, EVER)).periods[0]?.enrolled).toEqual({ treatment: 1, holdout: 1 });
  const ofBoth = async (segment: string | null = null, asOf = EVER.asOf) =>
    (await findLift({ store }, { shopId, asOf, segment }))?.peopleOfBothArms;
  expect(await ofBoth()).toBe(0);

  // The account gives the guest's address: they are one.
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: 'gid://shopify/Order/3', ...buyer(1) })]);
  await keep(shopId);
  const nobody = { treatment: 0, holdout: 0 };
  const [period, ...others] = (await store.liftTally(shopId, EVER)).periods;
  expect(others).toEqual([]);
  expect(period).toMatchObject({ enrolled: nobody, drawn: { treatment: 0, holdout: 1 } });
  expect([period?.arms.treatment.later.n, period?.arms.holdout.later.n]).toEqual([0, 0]);
  expect(await ofBoth()).toBe(1);
  expect([await ofBoth('repeat'), await ofBoth(null, MONDAY - 1)]).toEqual([0, 0]);
});

/** Customer n bought and is enrolled, in a currency. */
async function enrolIn(shopId: string, currency: string, n: number, arm: 'treatment' | 'holdout') {
  const orderId = `gid://shopify/Order/${n}`;
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId, ...buyer(n), currency })]);
  await store.saveEnrolment(shopId, buildEnrolment(shopId, n, { arm }));
}

/** The same customer's later order of 10.00. */
const buyAgainIn = (shopId: string, currency: string, n: number) =>
  store.recordOrders(shopId, [
    buildRecordedOrder(
      { orderId: `gid://shopify/Order/again${n}`, ...buyer(n), currency, confirmedAt: MONDAY + 9 * DAY_MS },
      { valueMinor: 1_000, netMinor: 1_000 },
    ),
  ]);

async function figures(shopId: string) {
  await keep(shopId);
  const [period] = (await store.liftTally(shopId, EVER)).periods;
  if (!period) return null;
  const { treatment, holdout } = period.arms;
  return {
    customers: [treatment.later.n, holdout.later.n],
    revenue: [treatment.later.sumY, holdout.later.sumY],
    occasions: [treatment.occasions.sumY, holdout.occasions.sumY],
  };
}

it('an order in another currency is in no sum; one in the shop’s own is (C78)', async () => {
  const shopId = await installShop(store);
  await enrolIn(shopId, 'GBP', 1, 'treatment');
  await enrolIn(shopId, 'GBP', 2, 'holdout');
  await buyAgainIn(shopId, 'EUR', 1);
  await buyAgainIn(shopId, 'GBP', 2);
  expect(await figures(shopId)).toEqual({
    customers: [1, 1],
    revenue: [0, 1_000],
    occasions: [10_000, 11_000],
  });
});

it('after a change of the currency those enrolled since are compared, back again the former ones (C78)', async () => {
  const shopId = await installShop(store);
  await enrolIn(shopId, 'GBP', 1, 'treatment');
  await enrolIn(shopId, 'GBP', 2, 'holdout');
  await buyAgainIn(shopId, 'GBP', 1);
  const inPounds = await figures(shopId);
  expect(inPounds).toMatchObject({ customers: [1, 1], revenue: [1_000, 0] });

  await store.saveShop(shopId, buildShopDetails({ currency: 'EUR' }), MONDAY);
  expect(await figures(shopId)).toBeNull();
  await enrolIn(shopId, 'EUR', 3, 'holdout');
  await buyAgainIn(shopId, 'EUR', 3);
  await buyAgainIn(shopId, 'EUR', 2); // enrolled in pounds: this window is of two currencies
  expect(await figures(shopId)).toMatchObject({ customers: [0, 1], revenue: [0, 1_000] });

  await store.saveShop(shopId, buildShopDetails({ currency: 'GBP', name: 'As before' }), MONDAY);
  expect(await figures(shopId)).toEqual(inPounds);
  await store.saveShop(shopId, buildShopDetails({ currency: 'GBP', name: 'Renamed' }), MONDAY);
  expect(await keep(shopId)).toBe(0); // what else the shop tells keeps nobody anew
});

it('a changed share begins a period of its own for those who come after; what else is saved does not (C74)', async () => {
  const shopId = await installShop(store);
  const save = async (change: Partial<typeof DEFAULT_SETTINGS>) =>
    store.saveSettings(shopId, { ...DEFAULT_SETTINGS, ...change }, 'Ann', MONDAY);
  await save({});
  await enrol(store, shopId, 1, { settingsVersion: 1 });
  await save({ onNewPurchase: 'restart' });
  await enrol(store, shopId, 2, { settingsVersion: 2 });
  await save({ holdoutPercent: 20 });
  await enrol(store, shopId, 3, { settingsVersion: 3, arm: 'holdout' });
  await save({ holdoutPercent: 15 });
  await enrol(store, shopId, 4, { settingsVersion: 4 });
  await keep(shopId);
  const { periods } = await store.liftTally(shopId, EVER);
  expect(periods.map(({ holdoutShare, enrolled }) => [holdoutShare, enrolled])).toEqual([
    [0.15, { treatment: 2, holdout: 0 }],
    [0.2, { treatment: 0, holdout: 1 }],
    [0.15, { treatment: 1, holdout: 0 }],
  ]);
});

it('what is left out for its currency is counted, with those whose first order it was (C78)', async () => {
  const shopId = await installShop(store);
  await enrolIn(shopId, 'GBP', 1, 'treatment');
  await enrolIn(shopId, 'GBP', 2, 'holdout');
  await buyAgainIn(shopId, 'GBP', 1);
  expect(await store.otherCurrencies(shopId)).toEqual([]);
  await buyAgainIn(shopId, 'EUR', 2);
  const before = { orderId: 'gid://shopify/Order/before', currency: 'EUR', confirmedAt: MONDAY - DAY_MS };
  await store.recordOrders(shopId, [buildRecordedOrder({ ...before, ...buyer(1) })]);
  // Somebody who comes into the experiment later, after an order of which the same holds.
  const late = { orderId: 'gid://shopify/Order/early', currency: 'EUR', confirmedAt: MONDAY + DAY_MS };
  await store.recordOrders(shopId, [buildRecordedOrder({ ...late, ...buyer(3) })]);
  await store.recordOrders(shopId, [
    buildRecordedOrder({
      orderId: 'gid://shopify/Order/3',
      ...buyer(3),
      currency: 'GBP',
      confirmedAt: MONDAY + 5 * DAY_MS,
    }),
  ]);
  await store.saveEnrolment(shopId, buildEnrolment(shopId, 3, { confirmedAt: MONDAY + 5 * DAY_MS }));
  const lastAt = MONDAY + 9 * DAY_MS;
  expect(await store.otherCurrencies(shopId)).toEqual([{ currency: 'EUR', orders: 1, customers: 0, lastAt }]);

  await store.saveShop(shopId, buildShopDetails({ currency: 'EUR' }), MONDAY);
  expect(await store.otherCurrencies(shopId)).toEqual([{ currency: 'GBP', orders: 4, customers: 3, lastAt }]);
});

it('a held-out customer whom an e-mail reached all the same is counted and stays in the analysis (C75)', async () => {
  const shopId = await installShop(store);
  for (const n of [1, 2, 3]) await enrolIn(shopId, 'GBP', n, 'holdout');
  await enrolIn(shopId, 'GBP', 4, 'treatment');
  const orderOf = (n: number, touchToken: string | null, day: number) =>
    buildRecordedOrder({
      orderId: `gid://shopify/Order/again${n}`,
      ...buyer(n),
      touchToken,
      confirmedAt: MONDAY + day * DAY_MS,
    });
  const reached = async (over: object = {}) => {
    await keep(shopId);
    return store.reachedHeldOut(shopId, { ...EVER, ...over });
  };
  await store.recordOrders(shopId, [
    orderOf(1, null, 5), // of their own accord
    orderOf(3, 'token', 91), // when their days were over
    orderOf(4, 'token', 5), // emailed, as they should be
  ]);
  expect(await reached()).toBe(0);
  await store.recordOrders(shopId, [orderOf(2, 'token', 5)]); // somebody passed an e-mail on
  expect(await reached()).toBe(1);
  expect(await reached({ asOf: MONDAY + 89 * DAY_MS })).toBe(0); // not analysed yet

  const sent = { state: 'accepted', sentAt: new Date(MONDAY + DAY_MS) };
  await prisma.touch.updateMany({ where: { shopId, personId: buyer(1).customerId }, data: sent });
  expect(await reached()).toBe(2);
  const [period] = (await store.liftTally(shopId, EVER)).periods;
  expect(period?.arms.holdout.later.n).toBe(3);
});

it('what is kept twice, or by two at once, is counted once', async () => {
  const shopId = await installShop(store);
  for (const n of [1, 2, 3]) await enrol(store, shopId, n);
  await Promise.all([keep(shopId), keep(shopId), keep(shopId)]);
  await prisma.$executeRaw`INSERT INTO "OutcomeDue" ("shopId", "personId") VALUES (${shopId}, ${buyer(1).customerId})`;
  await keep(shopId);
  const { periods } = await store.liftTally(shopId, EVER);
  expect(periods[0]?.enrolled).toEqual({ treatment: 3, holdout: 0 });
  expect(await prisma.outcome.count({ where: { shopId } })).toBe(15);
  expect(await keep(shopId)).toBe(0);
});

it('only changes of people with an arm are noted', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: 'gid://shopify/Order/1', ...buyer(1) })]);
  expect(await keep(shopId)).toBe(0);
  await enrol(store, shopId, 2);
  expect(await keep(shopId)).toBeGreaterThan(0);
});
