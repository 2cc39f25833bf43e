import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { keepOutcomes } from '#flows/keep-outcomes';
import { buildEnrolment, enrol } from '../../support/build-enrolment';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const EVER = { horizonDays: 90, asOf: MONDAY + 200 * DAY_MS, from: null, segment: null } as const;
const keep = (shopId: string) => keepOutcomes({ store }, { shopId });

it('who turns out to have been emailed and held out leaves the analysis, and is counted (C74)', async () => {
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
  await store.saveEnrolment(
    shopId,
    buildEnrolment(shopId, 2, { personId: buyer(1).customerId, arm: 'treatment' }),
  );
  await keep(shopId);
  expect((await store.liftTally(shopId, EVER)).periods[0]?.enrolled).toEqual({ treatment: 1, holdout: 1 });
  expect(await store.peopleOfBothArms(shopId)).toBe(0);

  // The account gives the guest's address: they are one.
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: 'gid://shopify/Order/3', ...buyer(1) })]);
  await keep(shopId);
  expect((await store.liftTally(shopId, EVER)).periods).toEqual([]);
  expect(await store.peopleOfBothArms(shopId)).toBe(1);
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
