import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildEnrolment } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const order = (n: number) => `gid://shopify/Order/${n}`;

async function personOf(shopId: string, n: number): Promise<string | null | undefined> {
  return (await store.enrolmentFacts(shopId, order(n)))?.personId;
}

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
