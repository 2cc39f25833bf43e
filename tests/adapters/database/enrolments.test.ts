import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildDecision, buildEnrolment, buildTouches, enrol } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const ADA = buyer(1);
const order = (n: number) => `gid://shopify/Order/${n}`;

/** Ada has bought orders 1 and 2. */
async function shopWithTwoOrders(): Promise<string> {
  const shopId = await installShop(store);
  await store.recordOrders(
    shopId,
    [1, 2].map((n) => buildRecordedOrder({ orderId: order(n), ...ADA })),
  );
  return shopId;
}

const secondOrder = (shopId: string, exit: Parameters<typeof buildEnrolment>[3] = null) =>
  buildEnrolment(shopId, 2, { personId: ADA.customerId }, exit);

it('an order is decided once, however often it is told', async () => {
  const shopId = await shopWithTwoOrders();
  const decided = buildEnrolment(shopId, 1);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      store.saveEnrolment(shopId, {
        ...decided,
        decision: { ...decided.decision, decisionId: `decision ${n}` },
      }),
    ),
  );
  expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(5);
  expect(await prisma.touch.count({ where: { shopId } })).toBe(1);
});

it('a second enrolment of the same person meets a conflict and leaves no trace; with the exit of the first it is saved', async () => {
  const shopId = await shopWithTwoOrders();
  await store.saveEnrolment(shopId, buildEnrolment(shopId, 1));
  expect(await store.saveEnrolment(shopId, secondOrder(shopId))).toBe('conflict');
  expect(await store.latestDecisions(shopId, 10)).toHaveLength(1);

  const exit = { enrolmentId: `enrolment of ${order(1)}`, reason: 'new_purchase_exit' } as const;
  expect(await store.saveEnrolment(shopId, secondOrder(shopId, exit))).toBe('saved');
  const rows = await prisma.touch.findMany({ where: { shopId }, orderBy: { orderId: 'asc' } });
  expect(rows).toMatchObject([{ state: 'exited', reason: 'new_purchase_exit' }, { state: 'due' }]);
});

it('of two orders at the same instant exactly one starts a live enrolment', async () => {
  for (let trial = 0; trial < 20; trial += 1) {
    const shopId = await shopWithTwoOrders();
    const answers = await Promise.all([
      store.saveEnrolment(shopId, buildEnrolment(shopId, 1)),
      store.saveEnrolment(shopId, secondOrder(shopId)),
    ]);
    expect(answers.toSorted()).toEqual(['conflict', 'saved']);
    expect(await prisma.enrolment.count({ where: { shopId, isLive: true } })).toBe(1);
  }
});

it('the first arm holds: a decision with the other one is made again', async () => {
  const shopId = await shopWithTwoOrders();
  await store.saveEnrolment(shopId, buildEnrolment(shopId, 1, { arm: 'holdout' }));
  await store.exitEnrolments(shopId, ADA.customerId, 'completed', MONDAY);
  const other = (arm: 'treatment' | 'holdout') =>
    store.saveEnrolment(shopId, buildEnrolment(shopId, 2, { personId: ADA.customerId, arm }));
  expect(await other('treatment')).toBe('conflict');
  expect(await other('holdout')).toBe('saved');
  expect(await prisma.person.findFirst({ where: { shopId } })).toMatchObject({
    arm: 'holdout',
    armAssignedAt: new Date(MONDAY),
  });
});

it('a refusal is kept and enrols nobody', async () => {
  const shopId = await shopWithTwoOrders();
  const decision = buildDecision({ shopId, verdict: 'refuse', reason: 'no_consent', arm: null });
  expect(await store.saveEnrolment(shopId, { decision, enrolment: null, exit: null })).toBe('saved');
  expect(await store.enrolmentFacts(shopId, order(1))).toMatchObject({
    isDecided: true,
    running: null,
    arm: null,
  });
});

it('a skipped touch never comes due; when every touch is skipped the enrolment is over at once', async () => {
  const shopId = await shopWithTwoOrders();
  const touches = buildTouches(order(1), { skipped: 'recent_purchase_14d' });
  await store.saveEnrolment(shopId, buildEnrolment(shopId, 1, { touches }));
  expect(await prisma.touch.findMany({ where: { shopId } })).toMatchObject([
    { state: 'skipped', reason: 'recent_purchase_14d', decidedAt: new Date(MONDAY) },
  ]);
  expect(await prisma.enrolment.findMany({ where: { shopId } })).toMatchObject([
    { isLive: false, exitReason: 'completed' },
  ]);
});

it('exiting ends what has not gone out and names the reason, once', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await enrol(store, shopId, 2);
  await store.claimDueTouches(MONDAY + DAY_MS, 1, 60_000);
  expect(await store.exitEnrolments(shopId, buyer(1).customerId, 'unsubscribed', MONDAY)).toBe(1);
  expect(await store.exitEnrolments(shopId, buyer(1).customerId, 'unsubscribed', MONDAY)).toBe(0);
  expect(await store.exitEnrolmentOfOrder(shopId, order(2), 'cancelled', MONDAY)).toBe(1);
  expect(await store.exitEnrolmentOfOrder(shopId, order(2), 'cancelled', MONDAY)).toBe(0);
  const rows = await prisma.touch.findMany({ where: { shopId }, orderBy: { orderId: 'asc' } });
  expect(rows).toMatchObject([
    { state: 'exited', reason: 'unsubscribed', claimToken: null },
    { state: 'exited', reason: 'cancelled', claimToken: null },
  ]);
});

it('a decision is read back as it was kept, the newest first', async () => {
  const shopId = await installShop(store);
  const decision = buildDecision({
    shopId,
    decisionId: 'd2',
    touchId: 't',
    touchNumber: 1,
    verdict: 'defer',
    reason: 'freq_cap',
    decidedAt: MONDAY + 1,
    gates: [
      {
        gate: 'frequency_cap',
        passed: false,
        reason: 'freq_cap',
        input: { count: 2, cap: 2 },
        deferUntil: MONDAY + DAY_MS,
      },
    ],
    candidates: {
      best: [],
      others: { out_of_stock: ['gid://shopify/Product/1'], ranked_lower: [] },
      weights: null,
    },
  });
  await enrol(store, shopId, 1);
  const claims = await store.claimDueTouches(MONDAY + DAY_MS, 100, 60_000);
  const claim = claims.find((claimed) => claimed.shopId === shopId);
  if (!claim) throw new Error('the touch was not claimed');
  const deferred = { state: 'due', at: MONDAY, dueAt: MONDAY, reason: 'freq_cap' } as const;
  await store.finishTouch(shopId, claim, deferred, decision);
  expect(await store.finishTouch(shopId, claim, deferred, { ...decision, decisionId: 'fenced off' })).toBe(
    false,
  );
  expect(await store.findDecision(shopId, 'd2')).toEqual(decision);
  expect(await store.findDecision(await installShop(store), 'd2')).toBeNull();
  expect((await store.latestDecisions(shopId, 10)).map((kept) => kept.decisionId)).toEqual([
    'd2',
    'decision of gid://shopify/Order/1',
  ]);
  expect(await store.latestDecisions(shopId, 1)).toHaveLength(1);
});
