import { expect, it } from 'vitest';
import type { TouchNumber } from '#core/sequence/touch';
import { DAY_MS } from '#core/shared/time';
import type { SendGate, TouchOutcome } from '#flows/records';
import { buildEnrolment, buildGate, buildTouches, claimOne } from '../../support/build-enrolment';
import { buildEvent } from '../../support/build-event';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const [BOUGHT, OFFERED] = ['gid://shopify/Product/1', 'gid://shopify/Product/9'];
const PAIRING = {
  touches: [1, 3] as ReadonlyArray<TouchNumber>,
  antecedentId: BOUGHT,
  consequentId: OFFERED,
};
const SLICE = { from: MONDAY, until: MONDAY + 90 * DAY_MS };
const NOTHING = { sent: 0, clicked: 0, ordered: 0 };
const sentAt = MONDAY + DAY_MS;

/** Touch `touchNumber` of customer n, brought to an outcome. Out: its id. */
async function offer(
  shopId: string,
  n: number,
  over: Partial<SendGate['offer']> & { touchNumber?: TouchNumber; outcome?: TouchOutcome } = {},
): Promise<string> {
  const {
    touchNumber = 1,
    outcome = { state: 'accepted', at: sentAt, messageId: 'm' } as const,
    ...offered
  } = over;
  const orderId = `gid://shopify/Order/${n}`;
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId, ...buyer(n) })]);
  await store.saveEnrolment(
    shopId,
    buildEnrolment(shopId, n, { touches: buildTouches(orderId, { touchNumber }) }),
  );
  const claim = await claimOne(store);
  const gate = buildGate({ emailHash: buyer(n).emailHash });
  await store.beginSending(shopId, claim, { ...gate, offer: { ...gate.offer, ...offered } });
  await store.finishTouch(shopId, claim, outcome);
  return claim.touchId;
}

it('counts emails, people’s clicks and credited orders, each once', async () => {
  const shopId = await installShop(store);
  const [first, second, third] = [await offer(shopId, 1), await offer(shopId, 2), await offer(shopId, 3)];
  await store.recordEmailEvents(shopId, [
    buildEvent(first, 'click'),
    buildEvent(first, 'click', { at: sentAt + 1 }),
    buildEvent(second, 'click', { isMachine: true }),
    buildEvent(third, 'open'),
  ]);
  const credit = async (number: number, touchId: string, netMinor: number, isLast = true) => {
    const orderId = `gid://shopify/Order/${number}`;
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId, ...buyer(1) }, { netMinor })]);
    await store.saveCredits(shopId, orderId, [{ touchId, clickedAt: sentAt, isLast }]);
  };
  await credit(101, first, 500);
  await credit(102, first, 700);
  await credit(103, second, 0); // everything went back
  await credit(104, third, 900, false); // another was clicked after it
  expect(await store.pairingResult(shopId, PAIRING, SLICE)).toEqual({ sent: 3, clicked: 1, ordered: 1 });
});

it.each([
  ['another product', { productId: 'gid://shopify/Product/8' }],
  ['another product of the order', { anchorProductId: 'gid://shopify/Product/2' }],
  ['a touch that looks at the other table', { touchNumber: 2 }],
  ['an email that never went out', { outcome: { state: 'ambiguous', at: sentAt, reason: 'timeout' } }],
] as const)('leaves out %s', async (_what, over) => {
  const shopId = await installShop(store);
  await offer(shopId, 1, over);
  expect(await store.pairingResult(shopId, PAIRING, SLICE)).toEqual(NOTHING);
});

it('looks at its own shop, after the first moment and up to the last', async () => {
  const [shopId, other] = [await installShop(store), await installShop(store)];
  await offer(shopId, 1);
  const between = (from: number, until: number) => store.pairingResult(shopId, PAIRING, { from, until });
  expect(await between(sentAt - 1, sentAt)).toMatchObject({ sent: 1 });
  expect(await between(sentAt, sentAt + DAY_MS)).toEqual(NOTHING);
  expect(await between(MONDAY, sentAt - 1)).toEqual(NOTHING);
  expect(await store.pairingResult(other, PAIRING, SLICE)).toEqual(NOTHING);
});
