import { describe, expect, it } from 'vitest';
import { evaluateTouch, type TouchInput } from '#core/decide/evaluate-touch';
import { GATES } from '#core/decide/trace';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import type { Reason } from '#core/suppression/reasons';
import { catalogueProduct, pairingRow, withNamed } from '../recommend/build-offer';
import { buildCustomer, buildLine, buildOrder, MONDAY } from '../../support/build-order';

const machine = catalogueProduct(1, { category: 'Coffee Makers', priceMinor: 10_000 });
const jug = catalogueProduct(2, { category: 'Jugs', priceMinor: 3_000 });
const catalogue = (...products: ReadonlyArray<typeof machine>) =>
  new Map(products.map((product) => [product.number, product]));

const follows = (table: 'same_order' | 'next_order') => ({
  table,
  allBuyers: 1000,
  uses: new Map(),
  rows: new Map([[1, pairingRow(1, [{ product: jug }])]]),
});

const touchOne = {
  touchNumber: 1,
  dueAt: MONDAY + 20 * MINUTE_MS,
  windowEndsAt: MONDAY + 4 * HOUR_MS,
} as const;
const touchTwo = {
  touchNumber: 2,
  dueAt: MONDAY + 3 * DAY_MS,
  windowEndsAt: MONDAY + 5 * DAY_MS + 10 * HOUR_MS,
} as const;

const input = (over: Partial<TouchInput> = {}): TouchInput =>
  withNamed({
    now: touchOne.dueAt,
    shop: { countryCode: 'GB', isInstalled: true, historyUntil: null },
    newest: DEFAULT_SETTINGS,
    pinned: DEFAULT_SETTINGS,
    touch: touchOne,
    arm: 'treatment',
    zone: 'Europe/London',
    segments: [],
    order: buildOrder(),
    customer: buildCustomer(),
    suppressions: [],
    exitReason: null,
    purchaseBefore: null,
    newerPurchases: [],
    recentSends: [],
    delivered: [],
    earlierOffers: [],
    owned: new Set([1]),
    history: { boughtBefore: [], browsed: [] },
    alike: new Map(),
    returned: new Set(),
    alikeOffered: new Map(),
    pairings: follows('same_order'),
    catalogue: catalogue(machine, jug),
    ...over,
  });
const second = (over: Partial<TouchInput> = {}): TouchInput =>
  input({ touch: touchTwo, now: touchTwo.dueAt, pairings: follows('next_order'), ...over });
const verdictOf = (facts: TouchInput) => evaluateTouch(facts).verdict;
const settings = (change: (from: Settings) => Partial<Settings>): Settings => ({
  ...DEFAULT_SETTINGS,
  ...change(DEFAULT_SETTINGS),
});
const paused = settings(({ sending }) => ({ sending: { ...sending, isPaused: true } }));

describe('deciding a touch', () => {
  it('what was fine at enrolment and still is gets sent, with every gate asked', () => {
    const decision = evaluateTouch(input());
    expect(decision.verdict).toEqual({ kind: 'send' });
    expect(decision.gates.map((gate) => gate.gate)).toEqual([...GATES]);
    expect(decision.offer.chosen?.productId).toBe(jug.productId);
  });

  it('the holdout is decided in full, exactly like the treatment', () => {
    const { gates: held, ...holdout } = evaluateTouch(input({ arm: 'holdout' }));
    const { gates: sent, ...treatment } = evaluateTouch(input());
    expect(holdout).toEqual(treatment);
    expect(held.filter((gate) => gate.gate !== 'arm')).toEqual(sent.filter((gate) => gate.gate !== 'arm'));
  });

  const skips: ReadonlyArray<readonly [string, Partial<TouchInput>, Reason]> = [
    ['an uninstalled shop', { shop: { ...input().shop, isInstalled: false } }, 'shop_inactive'],
    [
      'a sequence switched off since',
      { newest: settings(({ sending }) => ({ sending: { ...sending, isSequenceOn: false } })) },
      'sequence_off',
    ],
    [
      'a touch switched off since',
      {
        newest: settings(({ touches }) => ({
          touches: { ...touches, one: { ...touches.one, isOn: false } },
        })),
      },
      'touch_paused',
    ],
    ['no address any more', { customer: buildCustomer({ email: null }) }, 'no_email'],
    [
      'an unsubscribe in Shopify',
      { customer: buildCustomer({ marketingState: 'UNSUBSCRIBED' }) },
      'unsubscribed',
    ],
    ['an unsubscribe by our link', { suppressions: ['unsubscribed'] }, 'unsubscribed'],
    ['a VIP tag set since', { customer: buildCustomer({ tags: ['vip-custom'] }) }, 'vip_custom'],
    ['four hours and a millisecond', { now: touchOne.windowEndsAt + 1 }, 'late_expired'],
    ['nothing in the band', { catalogue: catalogue(machine, { ...jug, priceMinor: 5_001 }) }, 'no_candidate'],
    ['two emails in the last 168 hours', { recentSends: [MONDAY - DAY_MS, MONDAY - 2 * DAY_MS] }, 'freq_cap'],
  ];
  it.each(skips)('%s skips touch 1', (_name, over, reason) => {
    expect(verdictOf(input(over))).toEqual({ kind: 'skip', reason });
  });

  it('four hours to the millisecond, the band’s edge and one recent email still send', () => {
    expect(verdictOf(input({ now: touchOne.windowEndsAt }))).toEqual({ kind: 'send' });
    expect(verdictOf(input({ catalogue: catalogue(machine, { ...jug, priceMinor: 5_000 }) }))).toEqual({
      kind: 'send',
    });
    expect(verdictOf(input({ recentSends: [MONDAY - DAY_MS] }))).toEqual({ kind: 'send' });
  });

  const exits: ReadonlyArray<readonly [string, Partial<TouchInput>, Reason]> = [
    ['a cancelled order', { order: buildOrder({ cancelledAt: MONDAY }) }, 'cancelled'],
    ['a refunded order', { order: buildOrder({ isFullyRefunded: true }) }, 'refunded'],
    [
      'an order whose goods all went back',
      { order: buildOrder({ lines: [buildLine({ currentQuantity: 0 })] }) },
      'anchor_returned',
    ],
    ['a newer purchase', { newerPurchases: ['gid://shopify/Order/2'] }, 'new_purchase_exit'],
    ['an enrolment that ended for a reason', { exitReason: 'converted_addon' }, 'converted_addon'],
  ];
  it.each(exits)('%s ends the enrolment', (_name, over, reason) => {
    expect(verdictOf(input(over))).toEqual({ kind: 'exit', reason });
  });

  it('the first gate that fails decides, and those behind it are asked all the same', () => {
    const { verdict, gates } = evaluateTouch(
      input({
        suppressions: ['complaint'],
        order: buildOrder({ cancelledAt: MONDAY }),
        now: touchOne.windowEndsAt + 1,
      }),
    );
    expect(verdict).toEqual({ kind: 'skip', reason: 'complaint' });
    expect(gates.filter((gate) => !gate.passed).map((gate) => gate.reason)).toEqual([
      'complaint',
      'cancelled',
      'late_expired',
    ]);
  });

  it('a purchase in the fortnight before skips touch 1 and no other, even when it was not known at enrolment', () => {
    const before = (days: number) => ({
      purchaseBefore: { orderId: 'gid://shopify/Order/0', confirmedAt: MONDAY - days * DAY_MS },
    });
    expect(verdictOf(input(before(14)))).toEqual({ kind: 'skip', reason: 'recent_purchase_14d' });
    expect(verdictOf(input(before(15)))).toEqual({ kind: 'send' });
    expect(verdictOf(second(before(14)))).toEqual({ kind: 'send' });
    expect(
      verdictOf(input({ ...before(14), pinned: settings(() => ({ onNewPurchase: 'restart' })) })),
    ).toEqual({ kind: 'send' });
  });

  describe('touches 2 and 3 wait inside their window', () => {
    it('outside the sending hours until the set hour of the next day', () => {
      const night = Date.parse('2026-06-04T19:30:00Z'); // 20:30 in London
      const until = Date.parse('2026-06-05T09:00:00Z');
      expect(verdictOf(second({ now: night }))).toEqual({
        kind: 'defer',
        until,
        reason: 'quiet_hours_deferred',
      });
      expect(verdictOf(second({ now: night - HOUR_MS }))).toEqual({ kind: 'send' });
    });

    it('when capped until the cap is free, and skip as window_missed when that is too late', () => {
      const capped = (older: number) => verdictOf(second({ recentSends: [older, touchTwo.dueAt - HOUR_MS] }));
      const freeInTime = touchTwo.windowEndsAt - 168 * HOUR_MS - HOUR_MS;
      expect(capped(freeInTime)).toMatchObject({ kind: 'defer', reason: 'freq_cap' });
      expect(capped(freeInTime + 2 * HOUR_MS)).toEqual({ kind: 'skip', reason: 'window_missed' });
    });

    it('a pause of all sending holds them, and touch 1 too while it can wait', () => {
      expect(verdictOf(second({ newest: paused }))).toMatchObject({
        kind: 'defer',
        reason: 'sending_paused',
      });
      expect(verdictOf(input({ newest: paused }))).toMatchObject({ kind: 'defer', reason: 'sending_paused' });
      expect(verdictOf(input({ newest: paused, now: touchOne.windowEndsAt }))).toEqual({
        kind: 'skip',
        reason: 'sending_paused',
      });
    });

    it('past the window they are missed', () => {
      expect(verdictOf(second({ now: touchTwo.windowEndsAt + 1 }))).toEqual({
        kind: 'skip',
        reason: 'window_missed',
      });
    });
  });

  it('somebody who ignored four emails gets touch 1 but neither 2 nor 3', () => {
    const ignored = [10, 20, 30, 40].map((day) => ({
      deliveredAt: MONDAY - day * DAY_MS,
      humanOpen: false,
      machineOpen: false,
      verifiedClick: false,
      orderAfter: false,
    }));
    expect(verdictOf(input({ delivered: ignored }))).toEqual({ kind: 'send' });
    expect(verdictOf(second({ delivered: ignored }))).toEqual({ kind: 'skip', reason: 'unengaged' });
    expect(verdictOf(second({ delivered: ignored.slice(1) }))).toEqual({ kind: 'send' });
  });

  it('suppression and caps follow the newest settings, timing and price the pinned ones', () => {
    const tight = settings(({ price }) => ({ price: { ...price, touchOneToPercent: 29 } }));
    expect(verdictOf(input({ newest: tight }))).toEqual({ kind: 'send' });
    expect(verdictOf(input({ pinned: tight }))).toEqual({ kind: 'skip', reason: 'no_candidate' });
    const one = settings(({ suppression }) => ({ suppression: { ...suppression, capPer168Hours: 1 } }));
    const sent = { recentSends: [MONDAY - DAY_MS] };
    expect(verdictOf(input({ ...sent, newest: one }))).toEqual({ kind: 'skip', reason: 'freq_cap' });
    expect(verdictOf(input({ ...sent, pinned: one }))).toEqual({ kind: 'send' });
  });
});
