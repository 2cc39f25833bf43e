import { expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import type { EmailEvent } from '#flows/records';
import { buildEvent } from '../../support/build-event';
import { buildGate, claimOne, enrol } from '../../support/build-enrolment';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { buildShopDetails, installShop } from '../../support/build-shop';
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

/** An order of customer 1 that somebody clicked these touches before, the last of them last. */
async function credit(
  shopId: string,
  number: number,
  netMinor: number,
  ...touchIds: ReadonlyArray<string>
): Promise<void> {
  await creditIn(shopId, 'GBP', number, netMinor, ...touchIds);
}

async function creditIn(
  shopId: string,
  currency: string,
  number: number,
  netMinor: number,
  ...touchIds: ReadonlyArray<string>
): Promise<void> {
  const orderId = `gid://shopify/Order/${number}`;
  const order = {
    orderId,
    name: `#${number}`,
    ...buyer(1),
    currency,
    confirmedAt: sentAt + number * HOUR_MS,
  };
  await store.recordOrders(shopId, [buildRecordedOrder(order, { netMinor, isPurchase: netMinor > 0 })]);
  const credits = touchIds.map((touchId, at) => ({
    touchId,
    clickedAt: sentAt + at * HOUR_MS,
    isLast: at === touchIds.length - 1,
  }));
  await store.saveCredits(shopId, orderId, credits);
}

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
  await credit(shopId, 21, 500, two, one);
  await credit(shopId, 22, 250, one);
  await credit(shopId, 23, 0, two); // refunded in full
  expect(await store.touchTallies(shopId, always)).toEqual([
    {
      touchNumber: 1,
      sent: 3,
      delivered: 2,
      opened: 1,
      machineOnly: 1,
      clicked: 1,
      bought: 1, // two was clicked earlier
      priced: 3,
      paid: 1,
      revenueMinor: 750,
      revenueSquares: 750 ** 2, // of the one email, not of its two orders
    },
  ]);
});

it('what was bought in another currency counts as bought and is in no money; e-mails about such an order are not priced (C78)', async () => {
  const shopId = await installShop(store);
  const [one, two] = [await send(shopId, 1), await send(shopId, 2)];
  await credit(shopId, 21, 500, one);
  await creditIn(shopId, 'JPY', 22, 90_000, two);
  const read = async () => ({
    tallies: (await store.touchTallies(shopId, always)).map(({ sent, bought, priced, paid, ...tally }) => [
      [sent, bought, priced, paid],
      [tally.revenueMinor, tally.revenueSquares],
    ]),
    orders: (await store.creditedOrders(shopId, always)).map(({ name, amountMinor }) => [name, amountMinor]),
    elsewhere: await store.creditedInOtherCurrency(shopId, always),
  });
  expect(await read()).toEqual({
    tallies: [
      [
        [2, 2, 2, 1],
        [500, 250_000],
      ],
    ],
    orders: [['#21', 500]],
    elsewhere: 1,
  });

  await store.saveShop(shopId, buildShopDetails({ currency: 'JPY' }), MONDAY);
  expect(await read()).toEqual({
    tallies: [
      [
        [2, 2, 0, 0],
        [0, 0],
      ],
    ],
    orders: [['#22', 90_000]],
    elsewhere: 1,
  });
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
  await credit(shopId, 21, 500, touchId);
  const counts = { enrolled: 2, enrolledEmailed: 1, planned: 1, sent: 1, clicked: 1, bought: 1 };
  expect(await store.funnelCounts(shopId, always)).toEqual({ orders: 2, ...counts });
  expect(await store.funnelCounts(shopId, { ...always, segment: 'repeat' })).toEqual({
    ...counts,
    orders: null,
    enrolled: 1,
  });
  await store.exitEnrolments(shopId, buyer(2).customerId, 'cancelled', sentAt);
});

it('a credited order is told with every touch before it, as it is worth now, the newest first', async () => {
  const shopId = await installShop(store);
  const [one, two] = [await send(shopId, 1), await send(shopId, 2)];
  await credit(shopId, 21, 500, one, two);
  await credit(shopId, 22, 250, two);
  const touch = (touchId: string, at: number) => ({ touchId, touchNumber: 1, clickedAt: sentAt + at });
  const [newer, older] = [
    {
      orderId: 'gid://shopify/Order/22',
      name: '#22',
      personId: buyer(1).customerId,
      orderedAt: sentAt + 22 * HOUR_MS,
      amountMinor: 250,
      touches: [touch(two, 0)],
    },
    expect.objectContaining({ name: '#21', touches: [touch(one, 0), touch(two, HOUR_MS)] }),
  ];
  expect(await store.creditedOrders(shopId, always)).toEqual([newer, older]);
  await credit(shopId, 22, 100, two); // part of it went back
  expect(await store.creditedOrders(shopId, always)).toEqual([{ ...newer, amountMinor: 100 }, older]);
  await credit(shopId, 22, 0, two); // and then the rest
  expect(await store.creditedOrders(shopId, always)).toEqual([older]);
});

it('a credited order is where its last email is, in time and segment, and of its own shop', async () => {
  const [shopId, other] = [await installShop(store), await installShop(store)];
  const [one, two] = [await send(shopId, 1, ['first_time']), await send(shopId, 2, ['repeat'])];
  await credit(shopId, 21, 500, one, two);
  const count = async (over: object) => (await store.creditedOrders(shopId, { ...always, ...over })).length;
  expect(await count({ until: sentAt })).toBe(1);
  expect(await count({ until: sentAt - 1 })).toBe(0);
  expect(await count({ from: sentAt })).toBe(0);
  expect(await count({ segment: 'repeat' })).toBe(1);
  expect(await count({ segment: 'first_time' })).toBe(0);
  expect(await store.creditedOrders(other, always)).toEqual([]);
});

it('of a buyer who was erased the amount stays, of nobody', async () => {
  const shopId = await installShop(store);
  await credit(shopId, 21, 500, await send(shopId, 1));
  await store.redactCustomer(shopId, buyer(1).customerId, buyer(1).emailHash);
  const [order] = await store.creditedOrders(shopId, always);
  expect(order).toMatchObject({
    name: '',
    amountMinor: 500,
    personId: expect.stringMatching(/^redacted:/),
  });
  await store.redactShop(shopId);
  expect(await store.creditedOrders(shopId, always)).toEqual([]);
});

it('what is set against the lift is of its emailed customers, within their days', async () => {
  const shopId = await installShop(store);
  const touchId = await send(shopId, 1, ['repeat']);
  await credit(shopId, 21, 500, touchId);
  await queryDatabase(url, `UPDATE "Person" SET arm = 'treatment' WHERE "shopId" = $1`, [shopId]);
  while ((await store.keepOutcomes(shopId)) > 0);
  const read = (over: object) =>
    store.attributedToAnalysed(shopId, {
      horizonDays: 90,
      asOf: MONDAY + 90 * DAY_MS,
      segment: null,
      ...over,
    });
  expect(await read({})).toBe(500);
  expect(await read({ segment: 'repeat' })).toBe(500);
  expect(await read({ segment: 'loyalty' })).toBe(0);
  expect(await read({ asOf: MONDAY + 90 * DAY_MS - 1 })).toBe(0); // not full yet
  await credit(shopId, 21 + 24 * 90, 700, touchId); // after their 90 days
  await creditIn(shopId, 'JPY', 23, 90_000, touchId); // C78
  expect(await read({})).toBe(500);
  await queryDatabase(url, `UPDATE "Person" SET arm = 'holdout' WHERE "shopId" = $1`, [shopId]);
  await credit(shopId, 22, 250, touchId);
  while ((await store.keepOutcomes(shopId)) > 0);
  expect(await read({})).toBe(0);
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

it('an email to somebody held out is found, and nobody else’s is taken for one (C73)', async () => {
  const shopId = await installShop(store);
  await send(shopId, 1);
  expect(await store.heldOutEmails(shopId)).toBe(0);
  await queryDatabase(url, `UPDATE "Person" SET arm = 'holdout' WHERE "shopId" = $1`, [shopId]);
  expect(await store.heldOutEmails(shopId)).toBe(1);
  // Sent before the two were known to be one, of whom the other was held out: lawful, and they are left out.
  await queryDatabase(url, `UPDATE "Person" SET "isOfBothArms" = true WHERE "shopId" = $1`, [shopId]);
  expect(await store.heldOutEmails(shopId)).toBe(0);
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
