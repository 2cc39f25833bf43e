import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CREDIT_MODELS, shareCredit, type CreditModel } from '#core/attribution/credit-models';
import { creditsOf, creditedTouch, type ClickedTouch } from '#core/attribution/last-touch';
import { tallyCredit } from '#core/attribution/tally-credit';
import { DAY_MS } from '#core/shared/time';
import { buildLine, buildOrder, MONDAY } from '../../support/build-order';

const sum = (values: ReadonlyArray<number>) => values.reduce((total, value) => total + value, 0);

const model = fc.constantFrom(...CREDIT_MODELS);
const clicks = fc.uniqueArray(
  fc.record({ touchId: fc.uuid(), clickedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }) }),
  { selector: ({ touchId }) => touchId, minLength: 1, maxLength: 12 },
);
const amount = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 900_000_000_000 }));

it('the shares of any touches add up to the amount, in whole units that are never negative', () => {
  fc.assert(
    fc.property(model, clicks, amount, (model, clicks, amountMinor) => {
      const shares = shareCredit(model, clicks, amountMinor);
      expect(shares).toHaveLength(clicks.length);
      expect(sum(shares.map((given) => given.amountMinor))).toBe(amountMinor);
      expect(sum(shares.map(({ share }) => share))).toBeCloseTo(1, 9);
      for (const given of shares) {
        expect(Number.isSafeInteger(given.amountMinor) && given.amountMinor >= 0).toBe(true);
        expect(Math.abs(given.amountMinor - given.share * amountMinor)).toBeLessThan(1.001);
      }
    }),
  );
});

it('the sequence in which touches are told changes nothing', () => {
  fc.assert(
    fc.property(model, clicks, amount, (model, clicks, amountMinor) => {
      expect(shareCredit(model, clicks.toReversed(), amountMinor)).toEqual(
        shareCredit(model, clicks, amountMinor),
      );
    }),
  );
});

const two = [
  { touchId: 'a', clickedAt: MONDAY },
  { touchId: 'b', clickedAt: MONDAY + DAY_MS },
];
const amounts = (model: CreditModel, list: typeof two, amountMinor: number) =>
  shareCredit(model, list, amountMinor).map((given) => given.amountMinor);

it('two touches get half each by position, and the odd unit goes to the earlier', () => {
  expect(amounts('position', two, 101)).toEqual([51, 50]);
  expect(amounts('linear', two, 101)).toEqual([51, 50]);
});

it('a click 7 days older weighs half', () => {
  const aWeekApart = [
    { touchId: 'a', clickedAt: MONDAY },
    { touchId: 'b', clickedAt: MONDAY + 7 * DAY_MS },
  ];
  expect(amounts('time_decay', aWeekApart, 300)).toEqual([100, 200]);
});

it('one touch gets everything, no touch gets nothing', () => {
  for (const model of CREDIT_MODELS) {
    expect(shareCredit(model, two.slice(1), 99)).toMatchObject([{ share: 1, amountMinor: 99 }]);
    expect(shareCredit(model, [], 99)).toEqual([]);
  }
});

const clicked = (touchId: string, over: Partial<ClickedTouch> = {}): ClickedTouch => ({
  touchId,
  enrolmentId: 'enrolment',
  productId: null,
  clickedAt: MONDAY,
  arm: 'treatment',
  ...over,
});

it('the last touch of the model is the one that decides about the add-on, also of two clicks in one moment', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), fc.nat(2), (ids, ties) => {
      const all = ids
        .map((id) => clicked(String(id), { clickedAt: MONDAY + (id % (ties + 1)) }))
        .sort((a, b) => a.clickedAt - b.clickedAt || (a.touchId < b.touchId ? -1 : 1));
      const [full] = shareCredit('last_touch', all, 100).filter(({ share }) => share === 1);
      expect(creditedTouch(all, null, buildOrder())?.touchId).toBe(full?.touchId);
      const kept = creditsOf(all, buildOrder());
      expect(kept.filter(({ isLast }) => isLast)).toMatchObject([{ touchId: full?.touchId }]);
    }),
  );
});

it.each([
  ['a test order', { isTest: true }],
  ['a renewal', { sourceName: 'subscription_contract' }],
  ['an exchange', { tags: ['Exchange'] }],
  ['a cancelled order', { cancelledAt: MONDAY }],
])('%s is credited to nobody, the order of a buyer is', (_what, over) => {
  expect(creditsOf([clicked('a')], buildOrder(over))).toEqual([]);
  expect(creditsOf([clicked('a')], buildOrder())).toEqual([
    { touchId: 'a', clickedAt: MONDAY, isLast: true },
  ]);
});

it('nothing is credited to the held-out group, and what decides about the add-on is left as it was', () => {
  const order = buildOrder({ lines: [buildLine({ productId: 'p' })] });
  const heldOut = [clicked('a', { arm: 'holdout', productId: 'p' })];
  expect(creditsOf(heldOut, order)).toEqual([]);
  expect(creditedTouch(heldOut, 'enrolment', order)).toEqual({ touchId: 'a', isAddon: true });
});

const order = (
  orderId: string,
  amountMinor: number,
  touches: ReadonlyArray<readonly [string, 1 | 2 | 3]>,
) => ({
  orderId,
  name: orderId,
  personId: null,
  orderedAt: MONDAY + 2 * DAY_MS,
  amountMinor,
  touches: touches.map(([touchId, touchNumber], at) => ({ touchId, touchNumber, clickedAt: MONDAY + at })),
});

it('an order that two touches share counts once in the total and in both as touched (C77)', () => {
  const orders = [order('1', 101, [['a', 1], ['b', 2]]), order('2', 50, [['c', 1], ['d', 1]])]; // prettier-ignore
  expect(tallyCredit('linear', orders)).toEqual({
    model: 'linear',
    orders: 2,
    revenueMinor: 151,
    touches: [
      { touchNumber: 1, touched: 2, revenueMinor: 101 },
      { touchNumber: 2, touched: 1, revenueMinor: 50 },
      { touchNumber: 3, touched: 0, revenueMinor: 0 },
    ],
  });
  expect(tallyCredit('first_touch', orders).touches).toMatchObject([
    { touched: 2, revenueMinor: 151 },
    { touched: 0, revenueMinor: 0 },
    { touched: 0, revenueMinor: 0 },
  ]);
});

it('every model has the same total, which is the sum of its touches', () => {
  const touches = fc.array(fc.tuple(fc.uuid(), fc.constantFrom(1 as const, 2 as const, 3 as const)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100_000), touches)), (list) => {
      const orders = list.map(([amountMinor, touches], at) => order(String(at), amountMinor, touches));
      const total = sum(list.map(([amountMinor]) => amountMinor));
      for (const model of CREDIT_MODELS) {
        const tally = tallyCredit(model, orders);
        expect(tally.revenueMinor).toBe(total);
        expect(sum(tally.touches.map(({ revenueMinor }) => revenueMinor))).toBe(total);
      }
    }),
  );
});
