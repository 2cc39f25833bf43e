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

describe('a customer whose only order is told again as another customer’s (C22, C74)', () => {
  type ArmOf = 'treatment' | 'holdout' | null;

  /** Ada is enrolled on Monday by order 1, Bob on Tuesday by order 2; then order 1 is told as `owner`'s. */
  async function merge(arms: readonly [ArmOf, ArmOf], owner = buyer(2), updatedAt = MONDAY + 2 * DAY_MS) {
    const shopId = await installShop(store);
    for (const [place, arm] of arms.entries()) {
      const at = MONDAY + place * DAY_MS;
      const n = place + 1;
      await store.recordOrders(shopId, [
        buildRecordedOrder({ orderId: order(n), ...buyer(n), confirmedAt: at, updatedAt: at }),
      ]);
      if (arm === null) continue;
      const built = buildEnrolment(shopId, n, { arm, confirmedAt: at });
      await store.saveEnrolment(shopId, { ...built, decision: { ...built.decision, decidedAt: at } });
    }
    const first = { orderId: order(1), confirmedAt: MONDAY, updatedAt };
    await store.recordOrders(shopId, [buildRecordedOrder({ ...first, ...owner })]);
    const people = await prisma.person.findMany({ where: { shopId }, orderBy: { personId: 'asc' } });
    return {
      shopId,
      people: people.map(({ personId, arm, isOfBothArms }) => [personId, arm, isOfBothArms]),
      left: await prisma.person.count({ where: { shopId, isOfBothArms: true } }),
    };
  }
  const [ada, bob] = [buyer(1).customerId, buyer(2).customerId];

  it('is the same person from then on, of the arm that was drawn first and of both where the arms differ', async () => {
    expect(await merge(['holdout', 'treatment'])).toMatchObject({
      people: [[bob, 'holdout', true]],
      left: 1,
    });
    expect(await merge(['treatment', 'holdout'])).toMatchObject({
      people: [[bob, 'treatment', true]],
      left: 1,
    });
  });

  it('is of one arm where both had the same, or only one of them had any', async () => {
    expect(await merge(['holdout', 'holdout'])).toMatchObject({ people: [[bob, 'holdout', false]], left: 0 });
    expect(await merge(['holdout', null])).toMatchObject({ people: [[bob, 'holdout', false]], left: 0 });
    expect(await merge([null, 'treatment'])).toMatchObject({
      people: [[bob, 'treatment', false]],
      left: 0,
    });
  });

  it('does not come back by an older word', async () => {
    const { shopId } = await merge(['holdout', 'treatment']);
    const older = { orderId: order(1), ...buyer(1), updatedAt: MONDAY };
    await store.recordOrders(shopId, [buildRecordedOrder(older)]);
    expect(await personOf(shopId, 1)).toBe(bob);
    expect(await prisma.person.count({ where: { shopId } })).toBe(1);
  });

  it('stays another person while the order is told as their own, or by an older word', async () => {
    const both = [
      [ada, 'holdout', false],
      [bob, 'treatment', false],
    ];
    expect((await merge(['holdout', 'treatment'], buyer(1))).people).toEqual(both);
    expect((await merge(['holdout', 'treatment'], buyer(2), MONDAY - 1)).people).toEqual(both);
  });

  it('brings every order and sending along, and one enrolment goes on', async () => {
    const { shopId } = await merge(['holdout', 'treatment']);
    expect(await Promise.all([1, 2].map((n) => personOf(shopId, n)))).toEqual([bob, bob]);
    const where = { shopId, personId: bob };
    expect(await prisma.touch.count({ where })).toBe(2);
    expect(await prisma.enrolment.findMany({ where, orderBy: { orderId: 'asc' } })).toMatchObject([
      { orderId: order(1), isLive: false, exitReason: 'superseded_by_order' },
      { orderId: order(2), isLive: true },
    ]);
  });

  it('stays another person while an order is left to them, and is the same when the last one follows', async () => {
    const { shopId } = await merge(['holdout', 'treatment'], buyer(1));
    const told = (n: number, who: number, day: number) =>
      store.recordOrders(shopId, [
        buildRecordedOrder({ orderId: order(n), ...buyer(who), updatedAt: MONDAY + day * DAY_MS }),
      ]);
    await told(3, 1, 3);
    await told(1, 2, 4); // a merchant corrects whose it is
    expect(await Promise.all([1, 2, 3].map((n) => personOf(shopId, n)))).toEqual([bob, bob, ada]);
    expect(await prisma.person.count({ where: { shopId, isOfBothArms: true } })).toBe(0);
    await told(3, 2, 5);
    expect(await Promise.all([1, 2, 3].map((n) => personOf(shopId, n)))).toEqual([bob, bob, bob]);
    expect(await prisma.person.findMany({ where: { shopId } })).toMatchObject([
      { personId: bob, arm: 'holdout', isOfBothArms: true },
    ]);
  });

  it('in one batch: all of them at once are a merge, an exchange of two orders is none', async () => {
    const shopId = await installShop(store);
    const told = (n: number, who: number, day: number) =>
      buildRecordedOrder({ orderId: order(n), ...buyer(who), updatedAt: MONDAY + day * DAY_MS });
    const ownersAfter = async (...orders: ReadonlyArray<ReturnType<typeof told>>) => {
      await store.recordOrders(shopId, orders);
      return Promise.all([1, 2, 3].map((n) => personOf(shopId, n)));
    };
    expect(await ownersAfter(told(1, 1, 0), told(2, 2, 0), told(3, 1, 0))).toEqual([ada, bob, ada]);
    expect(await ownersAfter(told(1, 2, 1), told(2, 1, 1))).toEqual([bob, ada, ada]);
    expect(await prisma.person.count({ where: { shopId } })).toBe(2);
    expect(await ownersAfter(told(2, 2, 2), told(3, 2, 2))).toEqual([bob, bob, bob]);
    expect(await prisma.person.count({ where: { shopId } })).toBe(1);
  });
});
