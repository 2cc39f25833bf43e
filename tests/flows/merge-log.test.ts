import { expect, it } from 'vitest';
import { recordOrders } from '#flows/record-orders';
import { buildEnrolment } from '../support/build-enrolment';
import { buildOrder } from '../support/build-order';
import { buyer } from '../support/build-recorded-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();

/** What is logged when an order of Ada, held out or of no arm, is told as Bob's, or an account gives a guest's address. */
async function logged({ from, arm }: { from: 'guest' | 'customer'; arm: 'holdout' | null }) {
  const shopId = await installShop(store);
  const lines: object[] = [];
  const log = { info: (fields: object) => void lines.push(fields), warn: () => undefined };
  const record = (order: Parameters<typeof buildOrder>[0]) =>
    recordOrders({ store, log }, { shopId, orders: [buildOrder(order)] });
  const orderId = 'gid://shopify/Order/1';
  const ada = from === 'guest' ? { ...buyer(1), customerId: null } : buyer(1);
  await record({ orderId, ...ada });
  const personId = from === 'guest' ? `guest:${buyer(1).emailHash}` : buyer(1).customerId;
  if (arm) await store.saveEnrolment(shopId, buildEnrolment(shopId, 1, { personId, arm }));
  const updatedAt = buildOrder().updatedAt + 1;
  if (from === 'guest') {
    await record({ orderId: 'gid://shopify/Order/2', ...buyer(1), emailHash: null });
    await record({ orderId: 'gid://shopify/Order/3', ...buyer(1) });
  } else await record({ orderId, ...buyer(2), updatedAt });
  return { shopId, lines, record };
}

it('whose arm was drawn and who turns out to be another is logged with the arm that holds (C22)', async () => {
  const { shopId, lines } = await logged({ from: 'customer', arm: 'holdout' });
  const [from, into] = [buyer(1).customerId, buyer(2).customerId];
  expect(lines).toEqual([{ shopId, from, into, arm: 'holdout', isOfBothArms: false }]);
});

it('a guest is logged without what their address could be guessed from', async () => {
  const { shopId, lines } = await logged({ from: 'guest', arm: 'holdout' });
  const { customerId, emailHash } = buyer(1);
  expect(lines).toEqual([{ shopId, from: 'guest', into: customerId, arm: 'holdout', isOfBothArms: false }]);
  expect(JSON.stringify(lines)).not.toContain(emailHash);
});

it('nor is whoever goes on, where they had been a guest first', async () => {
  const { lines, record, shopId } = await logged({ from: 'guest', arm: null });
  expect(lines).toEqual([]);
  await record({ orderId: 'gid://shopify/Order/4', ...buyer(2), customerId: null });
  await record({ orderId: 'gid://shopify/Order/5', ...buyer(2) }); // the guest has an account now
  await record({ orderId: 'gid://shopify/Order/6', ...buyer(3) });
  const personId = buyer(3).customerId;
  await store.saveEnrolment(shopId, buildEnrolment(shopId, 6, { personId, arm: 'holdout' }));
  await record({ orderId: 'gid://shopify/Order/6', ...buyer(2), updatedAt: buildOrder().updatedAt + 1 });
  expect(lines).toEqual([{ shopId, from: personId, into: 'guest', arm: 'holdout', isOfBothArms: false }]);
});

it('whose arm was never drawn is not: a history of years makes thousands of them', async () => {
  expect((await logged({ from: 'customer', arm: null })).lines).toEqual([]);
});
