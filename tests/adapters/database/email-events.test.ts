import { expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import type { ClaimedTouch } from '#flows/records';
import { buildEvent } from '../../support/build-event';
import { MONDAY } from '../../support/build-order';
import { buildGate, claimOne, enrol } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const NOW = MONDAY + DAY_MS;
const ADA = buyer(1);

async function sent(state: 'sending' | 'ambiguous' | 'accepted' | 'failed'): Promise<ClaimedTouch> {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const claim = await claimOne(store, NOW);
  await store.beginSending(shopId, claim, buildGate());
  if (state === 'accepted') await store.finishTouch(shopId, claim, { state, at: NOW, messageId: 'm' });
  else if (state !== 'sending') await store.finishTouch(shopId, claim, { state, at: NOW, reason: 'timeout' });
  return claim;
}

const kindsOf = async (shopId: string) =>
  (await prisma.suppression.findMany({ where: { shopId, emailHash: ADA.emailHash } })).map((row) => row.kind);

it('an event counts once by its natural key, whatever comes along with it', async () => {
  const { shopId, touchId } = await sent('accepted');
  const opened = buildEvent(touchId, 'open');
  expect(await store.recordEmailEvents(shopId, [opened, buildEvent(touchId, 'delivered'), opened])).toBe(2);
  expect(await store.recordEmailEvents(shopId, [opened, buildEvent(touchId, 'click')])).toBe(1);
  expect(await store.recordEmailEvents(shopId, [])).toBe(0);
});

it('an event about a touch of another shop is dropped', async () => {
  const { touchId } = await sent('accepted');
  const other = await installShop(store);
  expect(await store.recordEmailEvents(other, [buildEvent(touchId, 'spamreport')])).toBe(0);
  expect(await kindsOf(other)).toEqual([]);
});

it.each(['sending', 'ambiguous'] as const)(
  'any event settles a touch that is %s as accepted',
  async (state) => {
    const claim = await sent(state);
    await store.recordEmailEvents(claim.shopId, [buildEvent(claim.touchId, 'processed')]);
    expect(await prisma.touch.findFirst({ where: { shopId: claim.shopId } })).toMatchObject({
      state: 'accepted',
      sentAt: new Date(NOW),
    });
    const late = { state: 'accepted', at: NOW + HOUR_MS, messageId: 'late' } as const;
    expect(await store.finishTouch(claim.shopId, claim, late)).toBe(true);
    expect(await store.finishTouch(claim.shopId, claim, late)).toBe(false);
    expect(await prisma.touch.findFirst({ where: { shopId: claim.shopId } })).toMatchObject({
      messageId: 'late',
      sentAt: new Date(NOW),
    });
  },
);

it('a touch that failed stays failed', async () => {
  const { shopId, touchId } = await sent('failed');
  await store.recordEmailEvents(shopId, [buildEvent(touchId, 'processed')]);
  expect(await prisma.touch.findFirst({ where: { shopId } })).toMatchObject({ state: 'failed' });
});

it.each([
  ['spamreport', false, ['complaint']],
  ['unsubscribe', false, ['unsubscribed']],
  ['bounce', false, ['bounced']],
  ['bounce', true, []], // a block passes by itself
  ['dropped', false, []],
  ['delivered', false, []],
] as const)('%s (temporary: %s) puts the address on the list as %j', async (kind, isTemporary, kinds) => {
  const { shopId, touchId } = await sent('accepted');
  await store.recordEmailEvents(shopId, [buildEvent(touchId, kind, { isTemporary })]);
  expect(await kindsOf(shopId)).toEqual(kinds);
});

it('a delivery after a bounce lifts nothing, and a repeated event does not undo what was lifted by hand', async () => {
  const { shopId, touchId } = await sent('accepted');
  const bounce = buildEvent(touchId, 'bounce');
  await store.recordEmailEvents(shopId, [bounce]);
  await store.recordEmailEvents(shopId, [buildEvent(touchId, 'delivered', { at: NOW + 1 })]);
  expect(await kindsOf(shopId)).toEqual(['bounced']);
  await store.unsuppress(shopId, ADA.emailHash, 'email_event');
  await store.recordEmailEvents(shopId, [bounce]);
  expect(await kindsOf(shopId)).toEqual([]);
});

it('an offer can be followed once it may have left, and not before', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1, { segments: ['repeat', 'loyalty'] });
  const claim = await claimOne(store, NOW);
  expect(await store.touchOffer(shopId, claim.touchId)).toBeNull();
  await store.beginSending(shopId, claim, buildGate());
  expect(await store.touchOffer(shopId, claim.touchId)).toEqual({
    touchId: claim.touchId,
    personId: ADA.customerId,
    customerId: ADA.customerId,
    productId: 'gid://shopify/Product/9',
    variantId: 'gid://shopify/ProductVariant/9',
    sellingPlanId: null,
    acceptedAt: NOW,
    utm: 'utm_source=encore&utm_medium=email&utm_campaign=post-purchase&utm_content=touch-1-repeat-loyalty',
  });
  expect(await store.touchOffer(await installShop(store), claim.touchId)).toBeNull();
});

it('the person of a touch is whom it went to, also when their address has changed since', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const claim = await claimOne(store, NOW);
  const person = { personId: ADA.customerId, customerId: ADA.customerId };
  expect(await store.personOfTouch(shopId, claim.touchId)).toEqual({ ...person, emailHash: ADA.emailHash });
  await store.beginSending(shopId, claim, buildGate({ emailHash: buyer(7).emailHash }));
  expect(await store.personOfTouch(shopId, claim.touchId)).toEqual({
    ...person,
    emailHash: buyer(7).emailHash,
  });
  expect(await store.personOfTouch(shopId, 'unknown')).toBeNull();
});

it('a touch can be credited for an order within five days after a person clicked it', async () => {
  const { shopId, touchId, enrolmentId } = await sent('accepted');
  const clickedAt = NOW + HOUR_MS;
  await store.recordEmailEvents(shopId, [
    buildEvent(touchId, 'click', { at: clickedAt - 1 }),
    buildEvent(touchId, 'click', { at: clickedAt }),
    buildEvent(touchId, 'click', { at: clickedAt + 1, isMachine: true }),
  ]);
  const creditable = async (n: number, confirmedAt: number, who = ADA) => {
    const orderId = `gid://shopify/Order/${n}`;
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId, ...who, confirmedAt })]);
    return store.creditableTouches(shopId, orderId);
  };
  const credit = { touchId, enrolmentId, productId: 'gid://shopify/Product/9', clickedAt, arm: 'treatment' };
  expect(await creditable(2, clickedAt)).toEqual([credit]);
  expect(await creditable(3, clickedAt + 5 * DAY_MS - 1)).toEqual([credit]);
  expect(await creditable(4, clickedAt + 5 * DAY_MS)).toEqual([]);
  expect(await creditable(5, clickedAt - 2)).toEqual([]);
  expect(await creditable(6, clickedAt, buyer(2))).toEqual([]);
});

it('an order keeps every touch once, and a second look changes in place which was the last', async () => {
  const shopId = await installShop(store);
  const save = (touchId: string, clickedAt: number, isLast: boolean) => ({ touchId, clickedAt, isLast });
  await store.saveCredits(shopId, 'gid://shopify/Order/2', [save('t1', NOW, true)]);
  const seenLater = [save('t1', NOW, false), save('t2', NOW + 1, true)];
  await store.saveCredits(shopId, 'gid://shopify/Order/2', seenLater);
  const kept = await prisma.credit.findMany({ where: { shopId }, orderBy: { touchId: 'asc' } });
  expect(kept).toMatchObject([
    { touchId: 't1', clickedAt: new Date(NOW), isLast: false },
    { touchId: 't2', clickedAt: new Date(NOW + 1), isLast: true },
  ]);
});
