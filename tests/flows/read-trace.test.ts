import { expect, it } from 'vitest';
import type { evaluateTouch } from '#core/decide/evaluate-touch';
import { readTrace } from '#flows/read-trace';
import { releasePerson, suppressPerson } from '#flows/suppress-person';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { buildDecision, buildGate, claimedTouch, enrol } from '../support/build-enrolment';
import { buildEvent } from '../support/build-event';
import { MONDAY } from '../support/build-order';
import { buyer } from '../support/build-recorded-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();
const personId = buyer(1).customerId;

type Candidate = ReturnType<typeof evaluateTouch>['candidates']['best'][number];
const candidate = (productId: string, over: Partial<Candidate> = {}): Candidate => ({
  productId,
  anchorProductId: 'gid://shopify/Product/1',
  table: 'same_order',
  tier: 'strong',
  grade: 'automatic',
  support: 62,
  anchorBuyers: 500,
  confidence: 0.124,
  ruleLift: 2,
  wilsonLower: 0.1,
  score: 0.14,
  signals: null,
  priceMinor: 2_400,
  priceBaseMinor: 12_000,
  labels: [],
  reason: null,
  ...over,
});

/** Ada bought, was enrolled and got touch 1, which she clicked. */
async function sentToAda() {
  const claim = await claimedTouch(store);
  const decision = buildDecision({
    decisionId: 'sent',
    shopId: claim.shopId,
    touchId: claim.touchId,
    touchNumber: 1,
    decidedAt: MONDAY + HOUR_MS,
    verdict: 'send',
    chosenProductId: 'gid://shopify/Product/9',
    candidates: {
      best: [
        candidate('gid://shopify/Product/9'),
        candidate('gid://shopify/Product/8', { reason: 'out_of_stock' }),
        candidate('gid://shopify/Product/7', { tier: 'moderate' }), // only ranked lower
      ],
      others: { weak_tier: ['gid://shopify/Product/6', 'gid://shopify/Product/5'] },
      weights: null,
    },
  });
  await store.beginSending(claim.shopId, claim, buildGate({ now: MONDAY + HOUR_MS }), decision);
  await store.finishTouch(claim.shopId, claim, {
    state: 'accepted',
    at: MONDAY + HOUR_MS,
    messageId: 'm',
  });
  await store.recordEmailEvents(claim.shopId, [
    buildEvent(claim.touchId, 'click', { at: MONDAY + 2 * HOUR_MS }),
  ]);
  return claim.shopId;
}

async function read(shopId: string) {
  const trace = await readTrace({ store }, { shopId, personId });
  if (trace?.kind !== 'found') throw new Error(`expected a trace, got ${trace?.kind}`);
  return trace;
}

it('a trace tells everything in the order in which it happened, with the numbers that were stored', async () => {
  const trace = await read(await sentToAda());
  expect(trace.items.map((item) => item.kind)).toEqual(['order', 'entry', 'decision', 'ended', 'event']);
  expect(trace.items[2]).toMatchObject({
    verdict: 'send',
    touchNumber: 1,
    gate: null,
    offer: { priceMinor: 2_400, priceBaseMinor: 12_000, priceShare: 0.2, ruledOut: 3, confidence: 0.124 },
  });
  expect(trace).toMatchObject({
    customerId: personId,
    orderNames: ['#1001'],
    now: { running: null, next: null, waiting: 0, suppressedFor: null, hasAddress: true },
  });
});

it('of a redacted customer nothing is told any more, and their old address leads nowhere', async () => {
  const shopId = await sentToAda();
  await store.redactCustomer(shopId, personId, null);
  expect(await readTrace({ store }, { shopId, personId })).toBeNull();
  const [row] = await store.listActivity(
    shopId,
    { outcomes: ['sent'], reason: null, touchNumber: null, answer: null, orderIds: null, since: null },
    { after: null, limit: 9 },
  );
  expect(row).toMatchObject({ orderName: '', personId: expect.stringMatching(/^redacted:/) });
  expect(await readTrace({ store }, { shopId, personId: row?.personId ?? '' })).toEqual({ kind: 'deleted' });
});

it('a sequence that runs says what comes next and when', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  expect((await read(shopId)).now).toMatchObject({
    running: '#1001',
    next: { touchNumber: 1, dueAt: MONDAY + 20 * MINUTE_MS },
    waiting: 1,
    arm: 'treatment',
  });
});

it('suppressing a customer ends the sequence and forbids sending; taking it back frees them, but restarts nothing', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const now = MONDAY + MINUTE_MS;
  expect(await suppressPerson({ store }, { shopId, personId, now })).toEqual({ ended: 1, isListed: true });
  expect((await read(shopId)).now).toMatchObject({
    running: null,
    waiting: 0,
    suppressedFor: 'vip_custom',
    canRelease: true,
  });
  expect((await read(shopId)).items.at(-1)).toMatchObject({ kind: 'ended', reason: 'vip_custom', at: now });
  expect(
    (await store.claimDueTouches(MONDAY + DAY_MS, 100, 60_000)).filter((claim) => claim.shopId === shopId),
  ).toEqual([]);

  await releasePerson({ store }, { shopId, personId });
  expect((await read(shopId)).now).toMatchObject({ running: null, suppressedFor: null, canRelease: false });
});

it('taking a customer off the list leaves what came from anywhere else', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await store.suppress(shopId, buyer(1).emailHash, 'unsubscribed', 'link', MONDAY);
  await suppressPerson({ store }, { shopId, personId, now: MONDAY });
  await releasePerson({ store }, { shopId, personId });
  expect((await read(shopId)).now).toMatchObject({ suppressedFor: 'unsubscribed', canRelease: false });
});

it("another shop's customer is neither shown nor suppressed", async () => {
  const [shopId, other] = [await installShop(store), await installShop(store)];
  await enrol(store, other, 1);
  expect(await readTrace({ store }, { shopId, personId })).toBeNull();
  expect(await suppressPerson({ store }, { shopId, personId, now: MONDAY })).toBeNull();
  const trace = await readTrace({ store }, { shopId: other, personId });
  expect(trace).toMatchObject({ now: { running: '#1001', suppressedFor: null } });
});
