import { describe, expect, it } from 'vitest';
import { evaluateEnrolment, type EnrolmentInput } from '#core/decide/evaluate-enrolment';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { REASONS, type Reason } from '#core/suppression/reasons';
import { buildCustomer, buildLine, buildOrder, MONDAY } from '../../support/build-order';

const THIS = {
  orderId: 'gid://shopify/Order/1',
  confirmedAt: MONDAY,
  currency: 'GBP',
  valueMinor: 10_000,
  netMinor: 10_000,
};
const EARLIER = {
  orderId: 'gid://shopify/Order/0',
  confirmedAt: MONDAY - 5 * DAY_MS,
  currency: 'GBP',
  valueMinor: 4_000,
  netMinor: 4_000,
};
const LATER = {
  orderId: 'gid://shopify/Order/2',
  confirmedAt: MONDAY + 1,
  currency: 'GBP',
  valueMinor: 4_000,
  netMinor: 4_000,
};

const input = (over: Partial<EnrolmentInput> = {}): EnrolmentInput => ({
  shop: {
    shopId: 'demo.myshopify.com',
    countryCode: 'GB',
    zone: 'Europe/London',
    isInstalled: true,
    historyUntil: null,
  },
  settings: DEFAULT_SETTINGS,
  order: buildOrder(),
  customer: buildCustomer(),
  personId: 'gid://shopify/Customer/1',
  fixedArm: null,
  purchases: [THIS],
  suppressions: [],
  running: null,
  isAttributedAddon: false,
  valueBordersMinor: null,
  bought: { productIds: [], categories: [], usedDiscount: false },
  catalogue: new Map(),
  ...over,
});
const decide = (over: Partial<EnrolmentInput> = {}) => evaluateEnrolment(input(over));
const reasonOf = (over: Partial<EnrolmentInput>) => {
  const { verdict } = decide(over);
  return verdict.kind === 'refuse' ? verdict.reason : null;
};
const withSettings = (change: (settings: Settings) => Partial<Settings>) => ({
  settings: { ...DEFAULT_SETTINGS, ...change(DEFAULT_SETTINGS) },
});

describe('enrolling an order', () => {
  it('an ordinary first order is enrolled, and every gate is kept', () => {
    const decision = decide();
    expect(decision.verdict).toEqual({ kind: 'enrol' });
    expect(decision.gates.map((gate) => gate.gate)).toEqual([
      'shop_state', 'order_validity', 'identity', 'consent', 'customer_class', 're_entry', 'eligibility', 'arm',
    ]); // prettier-ignore
    expect(decision.planned?.touches.map((touch) => touch.skipped)).toEqual([null, null, null]);
    expect(decision.planned?.variation).toMatchObject({
      segments: [{ id: 'first_time', name: null }],
      decided: [{ difference: 'trust_block', by: 'first_time' }],
    });
  });

  const refusals: ReadonlyArray<readonly [string, Partial<EnrolmentInput>, Reason]> = [
    ['an uninstalled shop', { shop: { ...input().shop, isInstalled: false } }, 'shop_inactive'],
    [
      'a sequence that is off',
      withSettings(({ sending }) => ({ sending: { ...sending, isSequenceOn: false } })),
      'sequence_off',
    ],
    ['an order that is not paid', { order: buildOrder({ confirmedAt: null }) }, 'unpaid'],
    [
      'an order from before the installation',
      { shop: { ...input().shop, historyUntil: MONDAY + 1 } },
      'backfill',
    ],
    ['a test order', { order: buildOrder({ isTest: true }) }, 'test_order'],
    ['a cancelled order', { order: buildOrder({ cancelledAt: MONDAY }) }, 'cancelled'],
    ['a refunded order', { order: buildOrder({ isFullyRefunded: true }) }, 'refunded'],
    [
      'a subscription renewal',
      { order: buildOrder({ sourceName: 'subscription_contract' }) },
      'subscription_renewal',
    ],
    ['a draft order', { order: buildOrder({ sourceName: 'shopify_draft_order' }) }, 'source_excluded'],
    ['a point-of-sale order', { order: buildOrder({ sourceName: 'pos' }) }, 'source_pos'],
    ['a marketplace order', { order: buildOrder({ sourceName: 'amazon-us' }) }, 'marketplace'],
    [
      'an order worth nothing',
      { order: buildOrder({ lines: [buildLine({ valueMinor: 0 })] }) },
      'below_min_value',
    ],
    ['an order without an address', { customer: buildCustomer({ email: null }) }, 'no_email'],
    ['an address that is none', { customer: buildCustomer({ email: 'ada@example' }) }, 'bad_email'],
    [
      'an unsubscribed customer',
      { customer: buildCustomer({ marketingState: 'UNSUBSCRIBED' }) },
      'unsubscribed',
    ],
    [
      'a customer who never opted in, in Britain',
      { customer: buildCustomer({ marketingState: 'NOT_SUBSCRIBED' }) },
      'no_consent',
    ],
    ['somebody who complained', { suppressions: ['complaint'] }, 'complaint'],
    ['a company', { order: buildOrder({ isBusiness: true }) }, 'wholesale'],
    ['a wholesale tag in capitals', { customer: buildCustomer({ tags: ['Wholesale'] }) }, 'wholesale'],
    ['a VIP looked after in person', { customer: buildCustomer({ tags: ['vip-custom'] }) }, 'vip_custom'],
    ['an order older than the running enrolment’s', { running: LATER }, 'superseded_by_order'],
    [
      'our own add-on',
      { running: EARLIER, purchases: [EARLIER, THIS], isAttributedAddon: true },
      'converted_addon',
    ],
    [
      'only digital goods',
      { order: buildOrder({ lines: [buildLine({ requiresShipping: false })] }) },
      'ineligible_category',
    ],
  ];
  it.each(refusals)('%s is refused', (_name, over, reason) => {
    expect(REASONS).toContain(reason);
    expect(reasonOf(over)).toBe(reason);
  });

  it('a gift card alone is refused, and beside a product it only steps aside', () => {
    const card = buildLine({ isGiftCard: true });
    expect(reasonOf({ order: buildOrder({ lines: [card] }) })).toBe('below_min_value');
    expect(reasonOf({ order: buildOrder({ lines: [card, buildLine()] }) })).toBeNull();
  });

  it('the minimum is above, not at: 100.00 does not pass a minimum of 100.00, and passes one of 99.99', () => {
    const minimum = (minor: number) =>
      withSettings(({ trigger }) => ({ trigger: { ...trigger, minimumSubtotalMinor: minor } }));
    expect(reasonOf(minimum(10_000))).toBe('below_min_value');
    expect(reasonOf(minimum(9_999))).toBeNull();
  });

  describe('a purchase within 14 days before', () => {
    const repeat = { purchases: [EARLIER, THIS] };
    const mode = (onNewPurchase: Settings['onNewPurchase']) => withSettings(() => ({ onNewPurchase }));

    it('restart_skip_touch1 starts anew without touch 1', () => {
      expect(decide(repeat).planned?.touches.map((touch) => touch.skipped)).toEqual([
        'recent_purchase_14d',
        null,
        null,
      ]);
    });
    it('restart starts anew with all touches', () => {
      expect(decide({ ...repeat, ...mode('restart') }).planned?.touches[0]?.skipped).toBeNull();
    });
    it('suppress does not start, and does when the purchase is older', () => {
      expect(reasonOf({ ...repeat, ...mode('suppress') })).toBe('recent_purchase_14d');
      const old = { ...EARLIER, confirmedAt: MONDAY - 15 * DAY_MS };
      expect(reasonOf({ purchases: [old, THIS], ...mode('suppress') })).toBeNull();
    });
  });

  describe('the running enrolment', () => {
    const running = { running: EARLIER, purchases: [EARLIER, THIS] };

    it('ends with a new purchase, even one that is refused itself', () => {
      expect(decide(running).exitRunning).toBe('new_purchase_exit');
      const refused = decide({ ...running, customer: buildCustomer({ marketingState: 'UNSUBSCRIBED' }) });
      expect(refused).toMatchObject({ verdict: { kind: 'refuse' }, exitRunning: 'new_purchase_exit' });
    });
    it('ends as converted when the purchase is our own add-on', () => {
      expect(decide({ ...running, isAttributedAddon: true }).exitRunning).toBe('converted_addon');
    });
    it('goes on when the new order is no purchase, such as a test order', () => {
      expect(
        decide({ running: EARLIER, purchases: [EARLIER], order: buildOrder({ isTest: true }) }).exitRunning,
      ).toBeNull();
    });
    it('goes on when the other order is the older one', () => {
      expect(decide({ running: LATER, purchases: [THIS, LATER] }).exitRunning).toBeNull();
    });
  });

  it('the arm is the one fixed before, whatever the share is now', () => {
    const drawn = decide().planned?.arm;
    const other = drawn === 'holdout' ? 'treatment' : 'holdout';
    expect(decide({ fixedArm: other }).planned?.arm).toBe(other);
  });

  it('both arms are planned alike', () => {
    const strip = (arm: 'treatment' | 'holdout') => ({ ...decide({ fixedArm: arm }).planned, arm: null });
    expect(strip('holdout')).toEqual(strip('treatment'));
  });
});
