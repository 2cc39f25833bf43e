import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import { enrol } from '../../support/build-enrolment';
import { MONDAY } from '../../support/build-order';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const order = (n: number) => `gid://shopify/Order/${n}`;

/** Ada, held out, gives an address in one order and goes back to her own; then a guest orders at `guestsAt`. */
async function guestAfterAda(guestsAt: string, given: string) {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1, { arm: 'holdout' });
  const told = [
    buyer(1),
    { ...buyer(1), emailHash: given },
    buyer(1),
    { customerId: null, emailHash: guestsAt },
  ];
  for (const [n, who] of told.entries()) {
    const at = MONDAY + n * DAY_MS;
    await store.recordOrders(shopId, [
      buildRecordedOrder({ orderId: order(10 + n), ...who, confirmedAt: at, createdAt: at, updatedAt: at }),
    ]);
  }
  const facts = await store.enrolmentFacts(shopId, order(13));
  return { personId: facts?.personId, arm: facts?.arm };
}

const [given, another] = [buyer(2).emailHash, buyer(3).emailHash];

it('who orders as a guest at an address that a held-out customer once gave is somebody else, and held out (F26)', async () => {
  expect(await guestAfterAda(given, given)).toEqual({ personId: `guest:${given}`, arm: 'holdout' });
});

it('who orders at an address that nobody gave has no arm before one is drawn', async () => {
  expect(await guestAfterAda(another, given)).toEqual({ personId: `guest:${another}`, arm: null });
});
