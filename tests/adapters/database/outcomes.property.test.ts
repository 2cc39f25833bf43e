import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HORIZONS_DAYS, type HorizonDays } from '#core/lift/horizons';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { keepOutcomes } from '#flows/keep-outcomes';
import { MONDAY } from '../../support/build-order';
import { buildEnrolment, buildGate } from '../../support/build-enrolment';
import { buildProduct } from '../../support/build-product';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { buildShopDetails, installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';
import { rebuildTally } from '../../support/rebuild-tally';

const { store } = await openStore();
const RUNS = 20;

const who = fc.integer({ min: 1, max: 5 });
const day = fc.integer({ min: 0, max: 99 });
const placed = fc.record({
  order: fc.integer({ min: 1, max: 14 }),
  day,
  who,
  as: fc.constantFrom<'guest' | 'customer' | 'moved'>('guest', 'customer', 'moved'),
  keptMinor: fc.integer({ min: 0, max: 9000 }), // of 9,000: the rest was given back
  takenBackAfter: fc.integer({ min: 0, max: 99 }), // days after the order
  isPurchase: fc.boolean(),
  isGivenBack: fc.boolean(),
  currency: fc.constantFrom('GBP', 'GBP', 'EUR'),
});
const step = fc.oneof(
  { weight: 8, arbitrary: placed.map((order) => ({ kind: 'order' as const, ...order })) },
  {
    weight: 6,
    arbitrary: fc
      .record({ who, day, arm: fc.constantFrom<'treatment' | 'holdout'>('treatment', 'holdout') })
      .map((enrolled) => ({ kind: 'enrolment' as const, ...enrolled })),
  },
  { weight: 2, arbitrary: day.map((at) => ({ kind: 'sending' as const, day: at })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 10, max: 20 }).map((percent) => ({ kind: 'share' as const, percent })),
  },
  { weight: 1, arbitrary: who.map((customer) => ({ kind: 'redaction' as const, customer })) },
  {
    weight: 3,
    arbitrary: fc
      .record({ currency: fc.constantFrom('GBP', 'EUR'), isKeptFirst: fc.boolean() })
      .map((change) => ({ kind: 'currency' as const, ...change })),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'keeping' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

async function take(shopId: string, now: Step, at: number): Promise<void> {
  if (now.kind === 'order') {
    const { customerId, emailHash } = buyer(now.who);
    const whose = {
      guest: { customerId: null, emailHash },
      customer: { customerId, emailHash },
      moved: { customerId, emailHash: buyer(now.who + 1).emailHash },
    }[now.as];
    const confirmedAt = MONDAY + now.day * DAY_MS + now.order * HOUR_MS;
    const refund = {
      refundedAt: confirmedAt + now.takenBackAfter * DAY_MS,
      amountMinor: 9000 - now.keptMinor,
    };
    await store.recordOrders(shopId, [
      buildRecordedOrder(
        {
          ...whose,
          orderId: orderId(now.order),
          confirmedAt,
          updatedAt: MONDAY + at,
          refunds: [refund],
          currency: now.currency,
        },
        {
          netMinor: now.keptMinor,
          valueMinor: 9000,
          isPurchase: now.isPurchase,
          isGivenBack: now.isGivenBack,
          owned: [1 + (now.order % 2)],
        },
      ),
    ]);
  }
  if (now.kind === 'enrolment') await enrolFirst(shopId, now, at);
  if (now.kind === 'sending') await sendOrWithhold(shopId, MONDAY + now.day * DAY_MS);
  if (now.kind === 'share') {
    const settings = { ...DEFAULT_SETTINGS, holdoutPercent: now.percent };
    await store.saveSettings(shopId, settings, 'Ada', MONDAY + at);
  }
  if (now.kind === 'currency') {
    if (now.isKeptFirst) await keepOutcomes({ store }, { shopId });
    await store.saveShop(shopId, buildShopDetails({ currency: now.currency }), MONDAY + at);
  }
  if (now.kind === 'redaction') await store.redactCustomer(shopId, buyer(now.customer).customerId, null);
  if (now.kind === 'keeping') await keepOutcomes({ store }, { shopId });
}

const orderId = (n: number) => `gid://shopify/Order/${n}`;

/** An order of their own starts it; whoever has an arm keeps it, so that a draw of the other one is outdated. */
async function enrolFirst(
  shopId: string,
  { who: n, day: onDay, arm }: Extract<Step, { kind: 'enrolment' }>,
  at: number,
): Promise<void> {
  const trigger = orderId(100 + at);
  const confirmedAt = MONDAY + onDay * DAY_MS;
  const { settingsVersion = 0, currency = 'GBP' } = (await store.findShop(shopId)) ?? {};
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: trigger, ...buyer(n), confirmedAt, updatedAt: MONDAY + at, currency }),
  ]);
  const built = buildEnrolment(shopId, n, {
    orderId: trigger,
    arm,
    confirmedAt,
    settingsVersion,
    segments: n % 2 === 0 ? ['repeat'] : [],
  });
  await store.saveEnrolment(shopId, {
    ...built,
    decision: { ...built.decision, decidedAt: confirmedAt + 60_000 },
  });
}

/** Which of both does not matter to the sums: either is an offer. */
async function sendOrWithhold(shopId: string, now: number): Promise<void> {
  const to = Math.floor(now / DAY_MS) % 2 === 0 ? 'withheld' : 'sending';
  const [claim] = (await store.claimDueTouches(now, 10, 60_000)).filter((one) => one.shopId === shopId);
  if (!claim) return;
  const begun = await store.beginSending(shopId, claim, buildGate({ now, to }));
  if (begun.kind !== 'sending' || to === 'withheld') return;
  await store.finishTouch(shopId, claim, {
    state: 'accepted',
    at: now,
    messageId: `message ${claim.touchId}`,
  });
}

const slice = fc.record({
  horizonDays: fc.constantFrom<HorizonDays>(...HORIZONS_DAYS),
  asOf: fc.integer({ min: 0, max: 200 * 24 }).map((hours) => MONDAY + hours * HOUR_MS + 1),
  segment: fc.constantFrom(null, 'repeat'),
});

it('whatever becomes of orders, people and offers, the kept sums are those made of everybody anew (I9)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 30 }),
      fc.array(slice, { minLength: 6, maxLength: 6 }),
      async (steps, slices) => {
        const shopId = await installShop(store);
        await store.upsertProducts(shopId, [buildProduct({ productId: 'gid://shopify/Product/9' })]);
        for (const [at, now] of steps.entries()) await take(shopId, now, at);
        await keepOutcomes({ store }, { shopId });
        for (const one of slices)
          expect(await store.liftTally(shopId, one)).toEqual(await rebuildTally(store, shopId, one));
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);
