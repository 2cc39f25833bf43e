import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '#core/shared/hash';
import { MINUTE_MS } from '#core/shared/time';
import { addSuppression, removeSuppression } from '#flows/keep-suppression-list';
import { processInbox } from '#flows/process-inbox';
import { recordOrders } from '#flows/record-orders';
import { unsubscribe } from '#flows/unsubscribe';
import { customersOf } from '../support/build-customers';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { pass, placeOrder, postToStore } from '../support/order-life';
import { readLedger, type LedgerRow } from '../support/read-ledger';
import { sendWhile } from '../support/send-while';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const unused = customersOf('treatment', 40);
let encore: RunningEncore;

beforeAll(async () => {
  const seed = buildSeed({ customers: [...unused], future: [] });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
}, 60_000);
afterAll(() => encore?.stop());

const now = () => encore.devStore.store.clock.now;
const workOffInbox = async () => {
  while ((await processInbox(encore.tools, { now: now(), limit: 50 })) > 0);
};

const leaveAlone = (text: string) =>
  addSuppression(encore.tools, { shopId: encore.shopId, text, kind: 'vip_custom', now: now() });

type Buyer = { readonly customerId: string; readonly orderId: string };
type Happening = {
  readonly what: string;
  readonly to: (buyer: Buyer) => Promise<unknown>;
  readonly end: { readonly state: string; readonly reason: string };
};

async function buy(): Promise<Buyer> {
  const customerId = unused.shift()?.id;
  if (customerId === undefined) throw new Error('no customer is left: make more');
  const { orderId } = await placeOrder(encore, { customerId, productIds: ['1'], isPaid: true });
  await workOffInbox();
  return { customerId, orderId };
}

async function touchOne({ orderId }: Buyer): Promise<LedgerRow> {
  const [touch] = await readLedger(database.url, encore.shopId, orderId);
  if (!touch) throw new Error(`order ${orderId} has no touch`);
  return touch;
}

const HAPPENINGS: ReadonlyArray<Happening> = [
  {
    what: 'an unsubscribe by the link',
    to: async (buyer) => {
      const token = encore.tools.links.sign('unsubscribe', encore.shopId, (await touchOne(buyer)).touchId);
      expect(await unsubscribe(encore.tools, { token, at: now() })).toBe('touch');
    },
    end: { state: 'skipped', reason: 'unsubscribed' },
  },
  {
    what: 'an unsubscribe in Shopify',
    to: async ({ customerId }) => {
      await postToStore(encore, `/_dev/customers/${customerId}/consent`, { state: 'UNSUBSCRIBED' });
      await workOffInbox();
    },
    end: { state: 'skipped', reason: 'unsubscribed' },
  },
  {
    what: 'a complaint',
    to: ({ customerId }) =>
      encore.tools.store.suppress(
        encore.shopId,
        sha256Hex(`c${customerId}@example.test`),
        'complaint',
        'email_event',
        now(),
      ),
    end: { state: 'skipped', reason: 'complaint' },
  },
  {
    what: 'an address that the merchant adds',
    to: ({ customerId }) => leaveAlone(`C${customerId}@Example.test`),
    end: { state: 'skipped', reason: 'vip_custom' },
  },
  {
    what: 'a new purchase',
    to: async ({ customerId }) => {
      await placeOrder(encore, { customerId, productIds: ['4'], isPaid: true });
      await workOffInbox();
    },
    end: { state: 'exited', reason: 'new_purchase_exit' },
  },
  {
    what: 'a new purchase about which nothing is decided yet',
    to: async ({ customerId }) => {
      const { orderId } = await placeOrder(encore, { customerId, productIds: ['4'], isPaid: true });
      const fetched = await encore.tools.admin.fetchOrders(encore.shopId, [`gid://shopify/Order/${orderId}`]);
      await recordOrders(encore.tools, { shopId: encore.shopId, orders: fetched.map(({ order }) => order) });
    },
    end: { state: 'exited', reason: 'new_purchase_exit' },
  },
  {
    what: 'a cancellation',
    to: async ({ orderId }) => {
      await postToStore(encore, `/_dev/orders/${orderId}/cancel`, {});
      await workOffInbox();
    },
    end: { state: 'exited', reason: 'cancelled' },
  },
];

describe.each(HAPPENINGS)('$what between the decision and the sending', ({ to, end }) => {
  it('does not stop an email to somebody else', async () => {
    const [buyer, other] = [await buy(), await buy()];
    await pass(encore, 21 * MINUTE_MS);
    const sent = await sendWhile(encore, () => to(other));
    const touch = await touchOne(buyer);
    expect(touch).toMatchObject({ state: 'accepted', reason: null });
    expect(sent).toContain(touch.touchId);
  });

  it(`stops the email: ${end.state}, ${end.reason}`, async () => {
    const buyer = await buy();
    await pass(encore, 21 * MINUTE_MS);
    const sent = await sendWhile(encore, () => to(buyer));
    const touch = await touchOne(buyer);
    expect(touch).toMatchObject(end);
    expect(sent).not.toContain(touch.touchId);
  });
});

describe('a whole domain that the merchant adds', () => {
  it('of somebody else stops nothing', async () => {
    const buyer = await buy();
    await pass(encore, 21 * MINUTE_MS);
    await sendWhile(encore, () => leaveAlone('rival.test'));
    expect(await touchOne(buyer)).toMatchObject({ state: 'accepted' });
  });

  it('stops the email that is due, decides the later ones so, and refuses the next order', async () => {
    const buyer = await buy();
    await pass(encore, 21 * MINUTE_MS);
    const sent = await sendWhile(encore, () => leaveAlone('example.test'));
    const touch = await touchOne(buyer);
    expect(touch).toMatchObject({ state: 'skipped', reason: 'vip_custom' });
    expect(sent).not.toContain(touch.touchId);

    const { orderId } = await buy();
    const decisions = await encore.tools.store.latestDecisions(encore.shopId, 20);
    const decision = decisions.find((each) => each.orderId.endsWith(orderId));
    expect(decision).toMatchObject({ verdict: 'refuse', reason: 'vip_custom' });
    await removeSuppression(encore.tools, { shopId: encore.shopId, text: 'example.test' });
  });
});

describe.each([
  { what: 'a change of the shop', topic: 'shop/update', end: { state: 'accepted', reason: null } },
  {
    what: 'the end of the installation',
    topic: 'app/uninstalled',
    end: { state: 'exited', reason: 'shop_inactive' },
  },
])('$what between the decision and the sending', ({ topic, end }) => {
  it(`leaves the touch ${end.state}`, async () => {
    const buyer = await buy();
    await pass(encore, 21 * MINUTE_MS);
    const sent = await sendWhile(encore, async () => {
      await encore.deliver({ topic, webhookId: topic, payload: '{}' });
      await workOffInbox();
    });
    const touch = await touchOne(buyer);
    expect(touch).toMatchObject(end);
    expect(sent.includes(touch.touchId)).toBe(end.state === 'accepted');
  });
});
