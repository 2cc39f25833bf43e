import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import type { EmailEvent } from '#flows/records';
import { buildEvent } from '../../support/build-event';
import { buildGate, claimOne, enrol } from '../../support/build-enrolment';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';
import { queryDatabase } from '../../support/query-database';

const { store, url } = await openStore();
const sentAt = MONDAY + DAY_MS;
const always = { from: 0, until: sentAt + 30 * DAY_MS, segment: null };

/** Customer n gets touch 1 a day after Monday. Out: its id. */
async function send(shopId: string, n: number, segments: ReadonlyArray<string> = []): Promise<string> {
  await enrol(store, shopId, n, { segments });
  const claim = await claimOne(store, sentAt);
  const { emailHash } = buyer(n);
  await store.beginSending(shopId, claim, buildGate({ emailHash, now: sentAt }));
  await store.finishTouch(shopId, claim, { state: 'accepted', at: sentAt, messageId: `m${n}` });
  return claim.touchId;
}

const tell = (shopId: string, touchId: string, kind: EmailEvent['kind'], over: Partial<EmailEvent> = {}) =>
  store.recordEmailEvents(shopId, [buildEvent(touchId, kind, over)]);

it('an email counts once in each column, however often it was opened and clicked', async () => {
  const shopId = await installShop(store);
  const [one, two, three] = [await send(shopId, 1), await send(shopId, 2), await send(shopId, 3)];
  await tell(shopId, one, 'delivered');
  for (const at of [sentAt + 1, sentAt + 2]) {
    await tell(shopId, one, 'open', { at });
    await tell(shopId, one, 'click', { at });
  }
  await tell(shopId, two, 'delivered');
  await tell(shopId, two, 'open', { isMachine: true });
  await tell(shopId, two, 'click', { isMachine: true });
  await tell(shopId, three, 'bounce');
  await store.saveCredit(shopId, 'gid://shopify/Order/21', one, 500);
  await store.saveCredit(shopId, 'gid://shopify/Order/22', one, 250);
  await store.saveCredit(shopId, 'gid://shopify/Order/23', two, 0); // refunded in full
  expect(await store.touchTallies(shopId, always)).toEqual([
    {
      touchNumber: 1,
      sent: 3,
      delivered: 2,
      opened: 1,
      machineOnly: 1,
      clicked: 1,
      bought: 1,
      orders: 2,
      revenueMinor: 750,
      revenueSquares: 750 ** 2, // of the one email, not of its two orders
    },
  ]);
});

it('a period holds its last moment and not its first, and a segment only its own', async () => {
  const shopId = await installShop(store);
  await send(shopId, 1, ['repeat']);
  await send(shopId, 2);
  const sent = async (over: object) =>
    (await store.touchTallies(shopId, { ...always, ...over })).map((tally) => tally.sent);
  expect(await sent({ until: sentAt })).toEqual([2]);
  expect(await sent({ until: sentAt - 1 })).toEqual([]);
  expect(await sent({ from: sentAt })).toEqual([]);
  expect(await sent({ segment: 'repeat' })).toEqual([1]);
  expect(await store.usedSegments(shopId)).toEqual(['repeat']);
  expect(await store.ordersOfSegment(shopId, 'repeat')).toEqual(new Set(['gid://shopify/Order/1']));
});

it('the funnel goes from orders to purchases, with the held-out group in none of its emails', async () => {
  const shopId = await installShop(store);
  const touchId = await send(shopId, 1, ['repeat']);
  await enrol(store, shopId, 2, { arm: 'holdout' });
  await tell(shopId, touchId, 'click');
  await store.saveCredit(shopId, 'gid://shopify/Order/21', touchId, 500);
  const counts = { enrolled: 2, enrolledEmailed: 1, planned: 1, sent: 1, clicked: 1, bought: 1 };
  expect(await store.funnelCounts(shopId, always)).toEqual({ orders: 2, ...counts });
  expect(await store.funnelCounts(shopId, { ...always, segment: 'repeat' })).toEqual({
    ...counts,
    orders: null,
    enrolled: 1,
  });
  await store.exitEnrolments(shopId, buyer(2).customerId, 'cancelled', sentAt);
});

it('only who got an email before is lost through it', async () => {
  const shopId = await installShop(store);
  await send(shopId, 1);
  await send(shopId, 2);
  await store.suppress(shopId, buyer(1).emailHash, 'unsubscribed', 'link', sentAt + 1);
  await store.suppress(shopId, buyer(1).emailHash, 'unsubscribed', 'shopify', sentAt + 2); // the same person
  await store.suppress(shopId, buyer(2).emailHash, 'unsubscribed', 'link', sentAt - 1); // before the email
  await store.suppress(shopId, buyer(3).emailHash, 'complaint', 'link', sentAt + 1); // never got one
  expect(await store.peopleLost(shopId, always)).toEqual({ unsubscribed: 1, complained: 0 });
});

it('touches that were stopped count as suppressed when the person would have been emailed', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await enrol(store, shopId, 2, { arm: 'holdout' });
  for (const n of [1, 2]) await store.exitEnrolments(shopId, buyer(n).customerId, 'cancelled', sentAt);
  expect(await store.suppressedTouches(shopId, always)).toBe(1);
});

it('clicks alone are no delivery report, a bounce is one', async () => {
  const shopId = await installShop(store);
  const touchId = await send(shopId, 1);
  await tell(shopId, touchId, 'click');
  expect(await store.hasDeliveryReports(shopId)).toBe(false);
  await tell(shopId, touchId, 'bounce', { isTemporary: true });
  expect(await store.hasDeliveryReports(shopId)).toBe(true);
});

it('an email to somebody held out is found, and nobody else’s is taken for one', async () => {
  const shopId = await installShop(store);
  await send(shopId, 1);
  expect(await store.heldOutEmails(shopId)).toBe(0);
  await queryDatabase(url, `UPDATE "Person" SET arm = 'holdout' WHERE "shopId" = $1`, [shopId]);
  expect(await store.heldOutEmails(shopId)).toBe(1);
});

it('another shop sees nothing of it', async () => {
  const shopId = await installShop(store);
  const touchId = await send(shopId, 1, ['repeat']);
  await tell(shopId, touchId, 'delivered');
  const other = await installShop(store);
  await store.recordOrders(other, [buildRecordedOrder({ ...buyer(1) })]);
  expect(await store.touchTallies(other, always)).toEqual([]);
  expect(await store.funnelCounts(other, always)).toMatchObject({ orders: 0, enrolled: 0, sent: 0 });
  expect(await store.hasDeliveryReports(other)).toBe(false);
  expect(await store.usedSegments(other)).toEqual([]);
});
