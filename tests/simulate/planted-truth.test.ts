import { describe, expect, it } from 'vitest';
import { buildLiftReport, type LiftReport } from '#core/lift/lift-report';
import { tallyUnits } from '#core/lift/lift-tally';
import type { LiftUnit } from '#core/lift/outcome';
import { DAY_MS } from '#core/shared/time';
import type { AnswerOrder } from '../../simulate/dev-store-client';
import { comparePlanted, type TreatedCustomer } from '../../simulate/planted-truth';
import { aLiftUnit, anOrder, ENROLLED_AT, TRIGGER } from '../core/lift/a-lift-unit';

const AS_OF = ENROLLED_AT + 200 * DAY_MS;
const WINDOW_ENDS = ENROLLED_AT + 90 * DAY_MS;

const anAnswer = (over: Partial<AnswerOrder> = {}): AnswerOrder => ({
  orderId: 'gid://shopify/Order/1',
  customerId: 'ada',
  createdAt: ENROLLED_AT + DAY_MS,
  isCancelled: false,
  subtotalMinor: 1200,
  refunds: [],
  ...over,
});
const aTreated = (over: Partial<TreatedCustomer> = {}): TreatedCustomer => ({
  customerId: 'ada',
  enrolledAt: ENROLLED_AT,
  ...over,
});

function reportOf(units: ReadonlyArray<LiftUnit>): LiftReport {
  return buildLiftReport({
    tally: tallyUnits([{ holdoutShare: 0.5, units }], AS_OF, 90),
    holdoutShare: 0.5,
    asOf: AS_OF,
    currency: 'EUR',
    horizonDays: 90,
    plannedSample: 5000,
  });
}

/** Customers who buy again for 10.00 to 10.90 each, and `more` on top in the treatment. */
const shoppers = (arm: LiftUnit['arm'], more: number, count = 200) =>
  Array.from({ length: count }, (_, place) =>
    aLiftUnit({ arm, orders: [TRIGGER, anOrder({ subtotalMinor: 1000 + 10 * (place % 10) + more })] }),
  );
const REPORT = reportOf([...shoppers('treatment', 500), ...shoppers('holdout', 0)]);

const compare = (
  orders: ReadonlyArray<AnswerOrder>,
  treated: ReadonlyArray<TreatedCustomer> = [aTreated()],
  report = REPORT,
) => comparePlanted({ orders, treated, report });

describe('the planted revenue per treated customer', () => {
  it('is what answers brought, shared among everybody of the treatment', () => {
    const truth = compare(
      [anAnswer(), anAnswer({ subtotalMinor: 800 })],
      [aTreated(), aTreated({ customerId: 'bob' })],
    );
    expect(truth).toMatchObject({ currency: 'EUR', orders: 2, customers: 2, per_customer_minor: 1000 });
  });

  it('counts a guest, who bought nothing, among those it is shared among', () => {
    expect(compare([anAnswer()], [aTreated(), aTreated({ customerId: null })]).per_customer_minor).toBe(600);
  });

  it('counts an answer inside the window, the last millisecond included', () => {
    const truth = compare([
      anAnswer({ createdAt: ENROLLED_AT + 1 }),
      anAnswer({ createdAt: WINDOW_ENDS - 1 }),
    ]);
    expect(truth).toMatchObject({ orders_counted: 2, revenue_counted_minor: 2400 });
  });

  it('counts no answer at the end of the window or later', () => {
    const truth = compare([anAnswer({ createdAt: WINDOW_ENDS })]);
    expect(truth).toMatchObject({ orders: 1, orders_counted: 0, orders_left_out: { after_window: 1 } });
  });

  it('counts no answer, and no customer, whose window is not full', () => {
    const late = aTreated({ customerId: 'bob', enrolledAt: AS_OF - 90 * DAY_MS + 1 });
    const truth = compare([anAnswer({ customerId: 'bob', createdAt: AS_OF - DAY_MS })], [aTreated(), late]);
    expect(truth).toMatchObject({ customers: 1, orders_counted: 0, orders_left_out: { window_not_full: 1 } });
  });

  it('counts both where the window is full to the millisecond', () => {
    const inTime = aTreated({ customerId: 'bob', enrolledAt: AS_OF - 90 * DAY_MS });
    const truth = compare([anAnswer({ customerId: 'bob', createdAt: AS_OF - DAY_MS })], [aTreated(), inTime]);
    expect(truth).toMatchObject({ customers: 2, orders_counted: 1 });
  });

  it('counts nothing of somebody who is not of the treatment, and tells it', () => {
    const truth = compare([anAnswer({ customerId: 'eve' }), anAnswer({ customerId: null })]);
    expect(truth).toMatchObject({ orders: 2, orders_counted: 0, orders_left_out: { not_of_treatment: 2 } });
  });

  it('takes off what was given back before the window ended, and not what was given back after it', () => {
    const refunded = (at: number) => compare([anAnswer({ refunds: [{ at, subtotalMinor: 500 }] })]);
    expect(refunded(WINDOW_ENDS - 1).revenue_counted_minor).toBe(700);
    expect(refunded(WINDOW_ENDS).revenue_counted_minor).toBe(1200);
    expect(refunded(WINDOW_ENDS).revenue_minor).toBe(700);
  });

  it('counts no order that was cancelled or given back whole', () => {
    const whole = anAnswer({ refunds: [{ at: ENROLLED_AT + 2 * DAY_MS, subtotalMinor: 1200 }] });
    const truth = compare([anAnswer({ isCancelled: true }), whole]);
    expect(truth).toMatchObject({ orders: 2, revenue_minor: 0, orders_counted: 0, per_customer_minor: 0 });
  });

  it('is none where nobody has finished', () => {
    expect(compare([], [aTreated({ enrolledAt: AS_OF })])).toMatchObject({
      per_customer_minor: null,
      reported: null,
    });
  });

  it('agrees with the report about a customer who bought nothing but answers', () => {
    const times = [-1, 0, 1, 90 * DAY_MS - 1, 90 * DAY_MS, 91 * DAY_MS].map((after) => ENROLLED_AT + after);
    const refunds = [
      { at: WINDOW_ENDS - 1, subtotalMinor: 300 },
      { at: WINDOW_ENDS, subtotalMinor: 400 },
    ];
    const answers = times.map((createdAt) => anAnswer({ createdAt, refunds }));
    const asReported = times.map((createdAt, place) =>
      anOrder({
        orderId: `answer ${place}`,
        createdAt,
        subtotalMinor: 1200,
        refunds: refunds.map(({ at, subtotalMinor }) => ({ refundedAt: at, amountMinor: subtotalMinor })),
      }),
    );
    const unit = aLiftUnit({ orders: [TRIGGER, ...asReported] });
    const tally = tallyUnits([{ holdoutShare: 0.5, units: [unit] }], AS_OF, 90);
    expect(tally.periods[0]?.arms.treatment.later.sumY).toBe(compare(answers).revenue_counted_minor);
  });
});

describe('the report beside it', () => {
  const judged = (subtotalMinor: number, report = REPORT) =>
    compare([anAnswer({ subtotalMinor })], undefined, report).reported;

  it('holds a truth that lies in its intervals', () => {
    expect(judged(500)).toMatchObject({
      difference_minor: 500,
      fixed: { holds_planted: true },
      always_valid: { holds_planted: true },
    });
  });

  it('does not hold one that lies outside of them, on either side', () => {
    for (const planted of [400, 600])
      expect(judged(planted)).toMatchObject({
        fixed: { holds_planted: false },
        always_valid: { holds_planted: false },
      });
  });

  it('is judged by each interval for itself: the always-valid one reaches further', () => {
    const fixed = judged(500)?.fixed.high_minor ?? 0;
    const between = judged(Math.ceil(fixed + 1));
    expect(between).toMatchObject({ fixed: { holds_planted: false }, always_valid: { holds_planted: true } });
  });

  it('is none where a broken split hides the comparison', () => {
    const broken = reportOf([...shoppers('treatment', 500), ...shoppers('holdout', 0, 40)]);
    expect(broken.comparison.kind).toBe('hidden');
    expect(judged(500, broken)).toBeNull();
  });
});
