import { expect, it } from 'vitest';
import { ERASED_WITH_SHOP } from '#adapters/database/privacy';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { buildGate, claimOne, enrol } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const ADA = buyer(1);

async function told(shopId: string, key: string, topic: string, body: object): Promise<void> {
  await store.insertInbox(shopId, {
    webhookId: key,
    naturalKey: key,
    topic,
    payload: JSON.stringify(body),
    triggeredAt: null,
    receivedAt: MONDAY,
  });
}

/** Everything that is kept of a shop, as one text. */
async function everything(shopId: string): Promise<string> {
  const tables = [...ERASED_WITH_SHOP, 'Suppression'];
  const rows = await Promise.all(
    tables.map((table) =>
      prisma.$queryRawUnsafe(`SELECT to_jsonb(t)::text AS row FROM "${table}" t WHERE "shopId" = $1`, shopId),
    ),
  );
  return JSON.stringify(rows);
}

it('of a redacted customer nothing can be found any more but the hash on the suppression list', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await enrol(store, shopId, 2);
  const claims = await store.claimDueTouches(MONDAY + DAY_MS, 10, 60_000);
  const claim = claims.find((each) => each.personId === ADA.customerId);
  if (!claim) throw new Error('no claim');
  await store.beginSending(shopId, claim, buildGate());
  await store.suppress(shopId, ADA.emailHash, 'unsubscribed', 'link', MONDAY);
  await told(shopId, 'a', 'orders/paid', { id: 99, customer: { id: 1, email: 'ada@example.test' } });
  await told(shopId, 'b', 'orders/updated', {
    admin_graphql_api_id: 'gid://shopify/Order/1',
    email: 'ada@example.test',
  });
  await told(shopId, 'c', 'orders/paid', { id: 12, customer: { id: 12, email: 'bob@example.test' } });
  await told(shopId, 'd', 'orders/paid', { id: 1 }); // an order's number is no customer's

  await store.redactCustomer(shopId, ADA.customerId, ADA.emailHash);
  const kept = await everything(shopId);
  expect(kept).not.toContain('ada@example.test');
  expect(kept).not.toContain(`${ADA.customerId}\\"`);
  expect(kept.split(ADA.emailHash)).toHaveLength(2);
  expect(await prisma.suppression.count({ where: { shopId, emailHash: ADA.emailHash } })).toBe(1);

  expect(kept).toContain('bob@example.test');
  expect(kept).toContain(`${buyer(2).customerId}\\"`);
  expect(await prisma.inbox.count({ where: { shopId, state: 'new' } })).toBe(2);
  expect(await store.latestDecisions(shopId, 10)).toMatchObject([{ orderId: 'gid://shopify/Order/2' }]);
  expect(await store.liftUnits(shopId)).toHaveLength(2); // amounts and arms stay, of nobody
});

it('a redacted customer is sent nothing more, and redacting twice changes nothing', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  await store.redactCustomer(shopId, ADA.customerId, null);
  const once = await everything(shopId);
  await store.redactCustomer(shopId, ADA.customerId, null);
  expect(await everything(shopId)).toBe(once);
  expect(await store.claimDueTouches(MONDAY + DAY_MS, 10, 60_000)).toEqual([]);
  expect(await prisma.enrolment.findFirst({ where: { shopId } })).toMatchObject({
    isLive: false,
    exitReason: 'customer_redacted',
  });
});

it('a guest is redacted by the address alone, and the same customer of another shop is not', async () => {
  const [shopId, other] = [await installShop(store), await installShop(store)];
  await enrol(store, shopId, 1);
  await enrol(store, other, 1);
  await store.redactCustomer(shopId, null, ADA.emailHash);
  expect(await everything(shopId)).not.toContain(ADA.emailHash);
  expect(await claimOne(store)).toMatchObject({ shopId: other });
});

it('an address that is redacted stands nowhere, though somebody else named it or was written to at it; they stay', async () => {
  const shopId = await installShop(store);
  const [other, friend] = [buyer(2), buyer(3)];
  await store.recordOrders(shopId, [
    buildRecordedOrder({ orderId: 'gid://shopify/Order/1', ...other }),
    buildRecordedOrder({ orderId: 'gid://shopify/Order/2', ...other, emailHash: friend.emailHash }),
  ]);
  await enrol(store, shopId, 4);
  await prisma.touch.updateMany({ where: { shopId }, data: { emailHash: friend.emailHash } });
  expect(await everything(shopId)).toContain(friend.emailHash);
  await store.redactCustomer(shopId, null, friend.emailHash);
  expect(await everything(shopId)).not.toContain(friend.emailHash);
  expect(await prisma.order.count({ where: { shopId, personId: other.customerId } })).toBe(2);
  expect(await everything(shopId)).toContain(other.emailHash);
});

it('somebody is found by their number, their address and an address they once ordered with, and by no other', async () => {
  const [shopId, other] = [await installShop(store), await installShop(store)];
  const once = 'b'.repeat(64);
  await enrol(store, shopId, 1);
  await enrol(store, shopId, 2);
  await enrol(store, other, 1);
  const order = { orderId: 'gid://shopify/Order/9', customerId: ADA.customerId, emailHash: once };
  await store.recordOrders(shopId, [buildRecordedOrder(order)]);
  const byHash = (emailHash: string) => store.findPeople(shopId, { customerId: null, emailHash });
  const theirs = [ADA.customerId];
  expect(await store.findPeople(shopId, { customerId: ADA.customerId, emailHash: null })).toEqual(theirs);
  expect(await byHash(ADA.emailHash)).toEqual(theirs);
  expect(await byHash(once)).toEqual(theirs);
  expect(await byHash('c'.repeat(64))).toEqual([]);

  expect(await store.erasePeople(shopId, { customerId: null, emailHash: once })).toBe(1);
  expect(await everything(shopId)).not.toContain(once);
  expect(await byHash(buyer(2).emailHash)).toEqual([buyer(2).customerId]);
  expect(await store.findPeople(other, { customerId: ADA.customerId, emailHash: null })).toEqual(theirs);
});

it('of a redacted shop only the suppression list stays; other shops stay whole', async () => {
  const [shopId, other] = [await installShop(store), await installShop(store)];
  for (const each of [shopId, other]) {
    await enrol(store, each, 1);
    await store.suppress(each, ADA.emailHash, 'complaint', 'link', MONDAY);
    await told(each, 'a', 'orders/paid', { email: 'ada@example.test' });
  }
  const before = await everything(other);
  await store.redactShop(shopId);
  expect(JSON.parse(await everything(shopId)).flat()).toHaveLength(1);
  expect(await everything(other)).toBe(before);
});

it('every table of a shop is erased with it, but the suppression list', async () => {
  const rows = await prisma.$queryRaw<ReadonlyArray<{ name: string }>>`
    SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'shopId' AND table_schema = 'public'`;
  expect(rows.map((row) => row.name).toSorted()).toEqual(
    [...ERASED_WITH_SHOP, 'Suppression', 'SuppressedDomain'].toSorted(),
  );
});
