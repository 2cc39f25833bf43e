import { expect, it } from 'vitest';
import { settingsParser } from '#adapters/settings/parse-settings';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { changeSending } from '#flows/change-sending';
import { loadHome } from '#flows/load-home';
import { watchLift, watchMail } from '#flows/watch-guardrails';
import { buildEvent } from '../support/build-event';
import { buildEnrolment, buildGate } from '../support/build-enrolment';
import { MONDAY } from '../support/build-order';
import { buildRecordedOrder, buyer } from '../support/build-recorded-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const SENT_AT = MONDAY + DAY_MS;

/** So many people with an e-mail each that went out on Tuesday; of the first few the provider tells the fault. */
async function shopThatSent(
  emails: number,
  faults: number,
  kind: 'spamreport' | 'bounce',
  isTemporary = false,
) {
  const shopId = await installShop(store);
  const numbers = Array.from({ length: emails }, (_, n) => n + 1);
  await store.recordOrders(
    shopId,
    numbers.map((n) => buildRecordedOrder({ orderId: `gid://shopify/Order/${n}`, ...buyer(n) })),
  );
  for (const n of numbers) await store.saveEnrolment(shopId, buildEnrolment(shopId, n));
  for (const claim of await store.claimDueTouches(SENT_AT, emails, MINUTE_MS)) {
    await store.beginSending(shopId, claim, buildGate({ now: SENT_AT, emailHash: `${claim.touchId}` }));
    await store.finishTouch(shopId, claim, { state: 'accepted', at: SENT_AT, messageId: claim.touchId });
    const n = Number(claim.orderId.split('/').at(-1));
    if (n > faults) continue;
    await store.recordEmailEvents(shopId, [{ ...buildEvent(claim.touchId, kind), isTemporary }]);
  }
  return shopId;
}

const pauseOf = async (shopId: string) => (await store.findShop(shopId))?.sendingPaused?.reason ?? null;
const watch = (shopId: string, now: number) => watchMail({ store, log }, { shopId, now });

it('three complaints of a thousand e-mails stop the shop and say so; two do not', async () => {
  const stopped = await shopThatSent(30, 3, 'spamreport');
  const running = await shopThatSent(30, 2, 'spamreport');
  expect(await watch(stopped, SENT_AT + DAY_MS)).toEqual({ guardrail: 'complaints', count: 3, sent: 30 });
  expect(await watch(running, SENT_AT + DAY_MS)).toBeNull();
  expect([await pauseOf(stopped), await pauseOf(running)]).toEqual(['paused_guardrail', null]);
  const home = await loadHome({ store }, { shopId: stopped, isOutbox: false, now: SENT_AT + DAY_MS });
  expect(home?.banner).toEqual({
    kind: 'guardrail',
    stop: { guardrail: 'complaints', count: 3, sent: 30 },
  });
});

it('bounces for good stop the shop; those of a full mailbox do not', async () => {
  const gone = await shopThatSent(30, 4, 'bounce');
  const full = await shopThatSent(30, 4, 'bounce', true);
  expect(await watch(gone, SENT_AT + DAY_MS)).toMatchObject({ guardrail: 'bounces', count: 4 });
  expect(await watch(full, SENT_AT + DAY_MS)).toBeNull();
});

it('looks back seven days and not further', async () => {
  const shopId = await shopThatSent(30, 3, 'spamreport');
  expect(await watch(shopId, SENT_AT + 7 * DAY_MS)).toBeNull();
  expect(await watch(shopId, SENT_AT + 7 * DAY_MS - 1)).not.toBeNull();
});

it('does not stop again for what the merchant had seen when they resumed', async () => {
  const shopId = await shopThatSent(30, 3, 'spamreport');
  await watch(shopId, SENT_AT + DAY_MS);
  const tools = { store, settingsParser };
  await changeSending(tools, { shopId, isPaused: false, savedBy: 'Ann', now: SENT_AT + DAY_MS });
  expect(await watch(shopId, SENT_AT + 2 * DAY_MS)).toBeNull();
  expect(await pauseOf(shopId)).toBeNull();
});

it('a stop that is there already is left as it is', async () => {
  const shopId = await shopThatSent(30, 3, 'spamreport');
  await store.pauseSending(shopId, 'sending_paused', 'key refused', SENT_AT);
  expect(await watch(shopId, SENT_AT + DAY_MS)).toBeNull();
  expect(await pauseOf(shopId)).toBe('sending_paused');
});

/** Everybody enrolled on one day; held-out people come back for more than emailed ones. Null: nobody comes back. */
async function shopWithArms(emailedMinor: number | null, heldOutMinor: number) {
  const shopId = await installShop(store);
  const [emailed, heldOut] = [600, 106];
  const people = Array.from({ length: emailed + heldOut }, (_, at) => ({
    n: at + 1,
    arm: at < emailed ? ('treatment' as const) : ('holdout' as const),
  }));
  const later = (n: number, minor: number) =>
    buildRecordedOrder(
      { orderId: `gid://shopify/Order/later${n}`, ...buyer(n), confirmedAt: MONDAY + 3 * DAY_MS },
      { valueMinor: minor, netMinor: minor },
    );
  await store.recordOrders(
    shopId,
    people.flatMap(({ n, arm }) => {
      const first = buildRecordedOrder({ orderId: `gid://shopify/Order/${n}`, ...buyer(n) });
      const minor = arm === 'treatment' ? emailedMinor : heldOutMinor;
      return minor === null ? [first] : [first, later(n, minor + (n % 7) * 10)];
    }),
  );
  for (const { n, arm } of people) await store.saveEnrolment(shopId, buildEnrolment(shopId, n, { arm }));
  return shopId;
}

it('a revenue interval wholly below zero stops the shop, and again only two weeks after it was resumed', async () => {
  const harmed = await shopWithArms(2000, 5000);
  const unharmed = await shopWithArms(5000, 5000);
  const now = MONDAY + 100 * DAY_MS;
  const judge = (shopId: string, at: number) => watchLift({ store, log }, { shopId, now: at });
  expect(await judge(unharmed, now)).toBeNull();
  expect(await judge(harmed, MONDAY + 90 * DAY_MS - 1)).toBeNull(); // nobody has finished
  expect(await judge(harmed, now)).toMatchObject({ guardrail: 'harm' });
  expect(await pauseOf(harmed)).toBe('paused_guardrail');

  await store.resumeSending(harmed, now);
  expect(await judge(harmed, now + 14 * DAY_MS - 1)).toBeNull();
  expect(await judge(harmed, now + 14 * DAY_MS)).not.toBeNull();
}, 60_000);

it('emails after which nobody buys again stop the shop, although there is no ratio to the held-out people', async () => {
  const deserted = await shopWithArms(null, 5000);
  const now = MONDAY + 100 * DAY_MS;
  const stop = await watchLift({ store, log }, { shopId: deserted, now });
  if (stop?.guardrail !== 'harm') throw new Error('it was not stopped');
  expect(stop.atLeast).toBeGreaterThan(0.9);
  expect(stop.atLeast).toBeLessThanOrEqual(1);
});
