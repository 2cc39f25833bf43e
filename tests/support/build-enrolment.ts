import type { Store } from '#flows/ports';
import type { ClaimedTouch, DecisionRecord, NewEnrolment, SendGate } from '#flows/records';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { MONDAY } from './build-order';
import { buildRecordedOrder, buyer } from './build-recorded-order';
import { installShop } from './build-shop';

type Enrolled = NonNullable<NewEnrolment['enrolment']>;
type Touches = Enrolled['touches'];

export function buildDecision(over: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    decisionId: `decision of ${over.orderId ?? 'gid://shopify/Order/1'}`,
    shopId: 'shop-1.myshopify.com',
    orderId: 'gid://shopify/Order/1',
    personId: buyer(1).customerId,
    touchId: null,
    touchNumber: null,
    decidedAt: MONDAY,
    verdict: 'enrol',
    reason: null,
    arm: 'treatment',
    settingsVersion: 0,
    rule: 'restart_skip_touch1',
    gates: [{ gate: 'shop_state', passed: true, reason: null, input: { isInstalled: true } }],
    candidates: null,
    chosenProductId: null,
    variation: null,
    ...over,
  };
}

/** Touch 1 after 20 minutes, with four hours to go out. */
export function buildTouches(orderId: string, over: Partial<Touches[number]> = {}): Touches {
  const dueAt = MONDAY + 20 * MINUTE_MS;
  return [
    {
      touchId: `touch 1 of ${orderId}`,
      touchNumber: 1,
      dueAt,
      windowEndsAt: dueAt + 4 * 3_600_000,
      skipped: null,
      ...over,
    },
  ];
}

/** One enrolment of customer n because of order n, with touch 1 only; name only the facts that matter. */
export function buildEnrolment(
  shopId: string,
  n: number,
  over: Partial<Enrolled> = {},
  exit: NewEnrolment['exit'] = null,
): NewEnrolment {
  const orderId = over.orderId ?? `gid://shopify/Order/${n}`;
  const personId = over.personId ?? buyer(n).customerId;
  const enrolment: Enrolled = {
    enrolmentId: `enrolment of ${orderId}`,
    orderId,
    personId,
    arm: 'treatment',
    confirmedAt: MONDAY,
    settingsVersion: 0,
    zone: 'Europe/London',
    segments: [],
    subscribable: [],
    touches: buildTouches(orderId),
    ...over,
  };
  return { decision: buildDecision({ shopId, orderId, personId, arm: enrolment.arm }), enrolment, exit };
}

/** Customer n bought and is enrolled; out: nothing, for ids follow from n. */
export async function enrol(
  store: Store,
  shopId: string,
  n: number,
  over: Partial<Enrolled> = {},
): Promise<void> {
  const orderId = over.orderId ?? `gid://shopify/Order/${n}`;
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId, ...buyer(n) })]);
  const saved = await store.saveEnrolment(shopId, buildEnrolment(shopId, n, over));
  if (saved !== 'saved') throw new Error(`customer ${n} was not enrolled: ${saved}`);
}

/** The only touch that is due in the whole store at this moment. */
export async function claimOne(store: Store, now = MONDAY + DAY_MS): Promise<ClaimedTouch> {
  const [claim, ...others] = await store.claimDueTouches(now, 10, 60_000);
  if (!claim || others.length > 0)
    throw new Error(`expected one due touch, found ${others.length + (claim ? 1 : 0)}`);
  return claim;
}

/** Customer 1's touch 1, claimed, in a shop of its own. */
export async function claimedTouch(store: Store, over: Partial<Enrolled> = {}): Promise<ClaimedTouch> {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1, over);
  return claimOne(store);
}

/** A send that nothing forbids; name only the facts that matter. */
export function buildGate(over: Partial<SendGate> = {}): SendGate {
  return {
    now: MONDAY + DAY_MS,
    emailHash: buyer(1).emailHash,
    domainHash: 'd'.repeat(64),
    capPer168Hours: 2,
    to: 'sending',
    offer: {
      productId: 'gid://shopify/Product/9',
      anchorProductId: 'gid://shopify/Product/1',
      variantId: 'gid://shopify/ProductVariant/9',
      sellingPlanId: null,
      productPriceMinor: 3_000,
      priceBaseMinor: 10_000,
      orderSubtotalMinor: 10_000,
      subject: 'One more thing for your Espresso machine',
    },
    ...over,
  };
}
