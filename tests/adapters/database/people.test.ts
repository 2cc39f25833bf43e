import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildEnrolment, enrol } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const ADA = buyer(1);
const GUEST = { customerId: null, emailHash: ADA.emailHash };
const order = (n: number) => `gid://shopify/Order/${n}`;

async function personOf(shopId: string, n: number): Promise<string | null | undefined> {
  return (await store.enrolmentFacts(shopId, order(n)))?.personId;
}

it('a guest who registers later stays the same person', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(1), ...GUEST })]);
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(2), ...ADA })]);
  expect(await personOf(shopId, 1)).toBe(`guest:${ADA.emailHash}`);
  expect(await personOf(shopId, 2)).toBe(`guest:${ADA.emailHash}`);
});

it('a guest with another address is another person', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(1), ...GUEST })]);
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(2), ...buyer(2) })]);
  expect(await personOf(shopId, 2)).toBe(buyer(2).customerId);
});

it('the same customer of two shops is two people', async () => {
  const [one, two] = [await installShop(store), await installShop(store)];
  for (const shopId of [one, two]) await store.recordOrders(shopId, [buildRecordedOrder({ ...ADA })]);
  const rows = await prisma.person.findMany({ where: { shopId: { in: [one, two] } } });
  expect(new Set(rows.map((row) => row.number)).size).toBe(2);
});

it('an order with neither customer nor address belongs to nobody', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: order(1), customerId: null, emailHash: null }),
  ]);
  expect(await personOf(shopId, 1)).toBeNull();
});

it('many orders of one new customer at once make one person', async () => {
  const shopId = await installShop(store);
  for (let who = 1; who <= 10; who += 1) {
    const saves = Array.from({ length: 8 }, (_, n) =>
      store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(who * 100 + n), ...buyer(who) })]),
    );
    await Promise.all(saves);
    expect(await prisma.person.count({ where: { shopId } })).toBe(who);
  }
});

describe('a guest who turns out to be a customer known already', () => {
  /** The customer's first order gives no address; the guest's order does; the third order tells that both are one. */
  async function meet(guestArm: 'treatment' | 'holdout', guestFirst: boolean): Promise<string> {
    const shopId = await installShop(store);
    const times = guestFirst ? [MONDAY, MONDAY + DAY_MS] : [MONDAY + DAY_MS, MONDAY];
    await store.recordOrders(shopId, [
      buildRecordedOrder({ orderId: order(1), customerId: ADA.customerId, emailHash: null }),
      buildRecordedOrder({ orderId: order(2), ...GUEST }),
    ]);
    for (const [n, personId, arm, at] of [
      [2, `guest:${ADA.emailHash}`, guestArm, times[0] ?? 0],
      [1, ADA.customerId, guestArm === 'holdout' ? 'treatment' : 'holdout', times[1] ?? 0],
    ] as const) {
      const built = buildEnrolment(shopId, n, { personId, arm, confirmedAt: at });
      await store.saveEnrolment(shopId, { ...built, decision: { ...built.decision, decidedAt: at } });
    }
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(3), ...ADA })]);
    return shopId;
  }

  it('becomes that customer, with every order', async () => {
    const shopId = await meet('holdout', true);
    expect(await Promise.all([1, 2, 3].map((n) => personOf(shopId, n)))).toEqual(
      Array(3).fill(ADA.customerId),
    );
    expect(await prisma.person.findMany({ where: { shopId } })).toMatchObject([ADA]);
  });

  it('keeps the arm that was drawn first, whoever had it', async () => {
    expect(await store.enrolmentFacts(await meet('holdout', true), order(3))).toMatchObject({
      arm: 'holdout',
    });
    expect(await store.enrolmentFacts(await meet('holdout', false), order(3))).toMatchObject({
      arm: 'treatment',
    });
    expect(await store.enrolmentFacts(await meet('treatment', true), order(3))).toMatchObject({
      arm: 'treatment',
    });
  });

  it('keeps one live enrolment, the later one', async () => {
    const shopId = await meet('holdout', true);
    const rows = await prisma.enrolment.findMany({ where: { shopId }, orderBy: { orderId: 'asc' } });
    expect(rows).toMatchObject([
      { orderId: order(1), isLive: true },
      { orderId: order(2), isLive: false, exitReason: 'superseded_by_order' },
    ]);
  });
});

describe('a guest who turned out to be a customer known by another address (F26, C74)', () => {
  const OTHER = buyer(2);
  const ADAS = { customerId: OTHER.customerId, emailHash: ADA.emailHash };

  /** Held out as a customer, drawn for the treatment as a guest, and told by a third order to be one. */
  async function meetKnown(): Promise<string> {
    const shopId = await installShop(store);
    await store.recordOrders(shopId, [
      buildRecordedOrder({ orderId: order(1), ...OTHER }),
      buildRecordedOrder({ orderId: order(2), ...GUEST }),
    ]);
    const guest = `guest:${ADA.emailHash}`;
    await store.saveEnrolment(
      shopId,
      buildEnrolment(shopId, 1, { personId: OTHER.customerId, arm: 'holdout' }),
    );
    const drawn = buildEnrolment(shopId, 2, { personId: guest, arm: 'treatment' });
    await store.saveEnrolment(shopId, { ...drawn, decision: { ...drawn.decision, decidedAt: MONDAY + 1 } });
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(3), ...ADAS })]);
    return shopId;
  }

  it('is that customer, with the arm of the first, when they order as a guest again', async () => {
    const shopId = await meetKnown();
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(4), ...GUEST })]);
    expect(await store.enrolmentFacts(shopId, order(4))).toMatchObject({
      personId: OTHER.customerId,
      arm: 'holdout',
    });
  });

  it('keeps the order that they placed as a guest when it is read again', async () => {
    const shopId = await meetKnown();
    await store.recordOrders(shopId, [
      buildRecordedOrder({ orderId: order(2), ...GUEST, updatedAt: MONDAY + DAY_MS }),
    ]);
    expect(await personOf(shopId, 2)).toBe(OTHER.customerId);
    expect(await prisma.person.count({ where: { shopId } })).toBe(1);
  });

  it('is a person of their own at an address that a customer has only named, as for a friend', async () => {
    const shopId = await installShop(store);
    await store.recordOrders(shopId, [
      buildRecordedOrder({ orderId: order(1), ...OTHER }),
      buildRecordedOrder({ orderId: order(2), ...ADAS }),
      buildRecordedOrder({ orderId: order(3), ...GUEST }),
    ]);
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(4), ...GUEST })]);
    const friend = `guest:${ADA.emailHash}`;
    expect(await Promise.all([2, 3, 4].map((n) => personOf(shopId, n)))).toEqual([
      OTHER.customerId,
      friend,
      friend,
    ]);
  });

  it('is nobody who is known once that customer was erased', async () => {
    const shopId = await meetKnown();
    await store.redactCustomer(shopId, OTHER.customerId, null);
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(4), ...GUEST })]);
    expect(await personOf(shopId, 4)).toBe(`guest:${ADA.emailHash}`);
  });
});

it('a customer who is new in the batch that tells of a known guest takes over the address', async () => {
  const shopId = await installShop(store);
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId: order(1), ...GUEST })]);
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: order(2), customerId: ADA.customerId, emailHash: null }),
    buildRecordedOrder({ orderId: order(3), ...ADA }),
  ]);
  expect(await Promise.all([1, 2, 3].map((n) => personOf(shopId, n)))).toEqual(Array(3).fill(ADA.customerId));
  const people = await prisma.person.findMany({ where: { shopId } });
  expect(people).toMatchObject([{ customerId: ADA.customerId, emailHash: ADA.emailHash }]);
});

it('two customers who gave the same address stay two people', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: order(2), customerId: buyer(2).customerId, emailHash: ADA.emailHash }),
  ]);
  expect(await personOf(shopId, 1)).toBe(ADA.customerId);
  expect(await personOf(shopId, 2)).toBe(buyer(2).customerId);
});
