import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import type { ClaimedTouch, TouchOutcome } from '#flows/records';
import { MONDAY } from '../../support/build-order';
import { buildGate, buildTouches, claimedTouch, claimOne, enrol } from '../../support/build-enrolment';
import { buildShopDetails, installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const NOW = MONDAY + DAY_MS;

const claimed = () => claimedTouch(store);

async function sending(): Promise<ClaimedTouch> {
  const claim = await claimed();
  await store.beginSending(claim.shopId, claim, buildGate());
  return claim;
}

const stateOf = async ({ shopId }: ClaimedTouch) => prisma.touch.findFirstOrThrow({ where: { shopId } });
const OUTCOMES: Readonly<Record<TouchOutcome['state'], TouchOutcome>> = {
  accepted: { state: 'accepted', at: NOW, messageId: 'm1' },
  failed: { state: 'failed', at: NOW, reason: 'bad request' },
  ambiguous: { state: 'ambiguous', at: NOW, reason: 'timeout' },
  skipped: { state: 'skipped', at: NOW, reason: 'no_candidate' },
  exited: { state: 'exited', at: NOW, reason: 'cancelled' },
  due: { state: 'due', at: NOW, dueAt: NOW + HOUR_MS, reason: 'freq_cap' },
};

describe('whence each outcome may come', () => {
  const states = ['accepted', 'failed', 'ambiguous', 'skipped', 'exited', 'due'] as const;
  it.each(states)('%s from a claim', async (state) => {
    const claim = await claimed();
    const isPossible = state !== 'accepted' && state !== 'ambiguous';
    expect(await store.finishTouch(claim.shopId, claim, OUTCOMES[state])).toBe(isPossible);
    expect((await stateOf(claim)).state).toBe(isPossible ? state : 'claimed');
    await store.exitEnrolments(claim.shopId, claim.personId, 'completed', NOW);
  });

  it.each(states)('%s from a sending, once, and by its own token only', async (state) => {
    const claim = await sending();
    expect(await store.finishTouch(claim.shopId, { ...claim, token: 'not mine' }, OUTCOMES[state])).toBe(
      false,
    );
    expect(await store.finishTouch(claim.shopId, claim, OUTCOMES[state])).toBe(true);
    expect(await store.finishTouch(claim.shopId, claim, OUTCOMES[state])).toBe(false);
    expect((await stateOf(claim)).state).toBe(state);
    await store.exitEnrolments(claim.shopId, claim.personId, 'completed', NOW);
  });

  it('what is accepted never moves again', async () => {
    const claim = await sending();
    await store.finishTouch(claim.shopId, claim, OUTCOMES.accepted);
    for (const state of states)
      expect(await store.finishTouch(claim.shopId, claim, OUTCOMES[state])).toBe(false);
    expect(await stateOf(claim)).toMatchObject({ state: 'accepted', messageId: 'm1', sentAt: new Date(NOW) });
  });

  it('an answer that came after all settles what was ambiguous', async () => {
    const claim = await sending();
    await store.finishTouch(claim.shopId, claim, OUTCOMES.ambiguous);
    expect(await store.finishTouch(claim.shopId, claim, OUTCOMES.due)).toBe(false);
    expect(await store.finishTouch(claim.shopId, claim, OUTCOMES.accepted)).toBe(true);
  });
});

it('a deferred touch comes due at its new time, and keeps when it was first planned', async () => {
  const claim = await claimed();
  const { firstDueAt } = await stateOf(claim);
  await store.finishTouch(claim.shopId, claim, OUTCOMES.due);
  expect(await store.claimDueTouches(NOW + HOUR_MS - 1, 10, 60_000)).toEqual([]);
  const again = await claimOne(store, NOW + HOUR_MS);
  expect(again).toMatchObject({ touchId: claim.touchId });
  expect(again.token).not.toBe(claim.token);
  expect((await stateOf(claim)).firstDueAt).toEqual(firstDueAt);
});

it('a send that never left does not count in the cap any more', async () => {
  const claim = await sending();
  await store.finishTouch(claim.shopId, claim, { ...OUTCOMES.due, dueAt: NOW } as TouchOutcome);
  const again = await claimOne(store, NOW);
  expect(await store.beginSending(claim.shopId, again, buildGate({ capPer168Hours: 1 }))).toEqual({
    kind: 'sending',
  });
});

it('an enrolment is over with its last touch, and not with the one before', async () => {
  const shopId = await installShop(store);
  const [one] = buildTouches('gid://shopify/Order/1');
  if (!one) throw new Error('no touch');
  await enrol(store, shopId, 1, {
    touches: [one, { ...one, touchId: 'touch 2', touchNumber: 2, dueAt: NOW }],
  });
  const enrolment = () => prisma.enrolment.findFirst({ where: { shopId } });

  const first = await claimOne(store, NOW - 1);
  await store.finishTouch(shopId, first, OUTCOMES.skipped);
  expect(await enrolment()).toMatchObject({ isLive: true, exitReason: null });
  const second = await claimOne(store, NOW);
  await store.finishTouch(shopId, second, OUTCOMES.skipped);
  expect(await enrolment()).toMatchObject({ isLive: false, exitReason: 'completed', endedAt: new Date(NOW) });
});

it('two last touches that end at the same moment end the enrolment', async () => {
  for (let trial = 0; trial < 15; trial += 1) {
    const shopId = await installShop(store);
    const [one] = buildTouches('gid://shopify/Order/1');
    if (!one) throw new Error('no touch');
    await enrol(store, shopId, 1, { touches: [one, { ...one, touchId: 'touch 2', touchNumber: 2 }] });
    const claims = await store.claimDueTouches(NOW, 10, 60_000);
    await Promise.all(claims.map((claim) => store.finishTouch(shopId, claim, OUTCOMES.skipped)));
    expect(await prisma.enrolment.findFirst({ where: { shopId } })).toMatchObject({
      exitReason: 'completed',
    });
  }
});

it('an enrolment whose touch exits is over for that reason', async () => {
  const claim = await claimed();
  await store.finishTouch(claim.shopId, claim, OUTCOMES.exited);
  expect(await prisma.enrolment.findFirst({ where: { shopId: claim.shopId } })).toMatchObject({
    exitReason: 'cancelled',
  });
});

it('another shop cannot finish a touch', async () => {
  const claim = await claimed();
  const other = await installShop(store);
  await store.saveShop(other, buildShopDetails(), MONDAY);
  expect(await store.finishTouch(other, claim, OUTCOMES.skipped)).toBe(false);
  expect(await store.finishTouch(claim.shopId, claim, OUTCOMES.skipped)).toBe(true);
});
