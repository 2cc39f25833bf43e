import { describe, expect, it } from 'vitest';
import { measureOutcome, type OutcomeOrder } from '#core/lift/outcome';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { aLiftUnit, anOrder, ENROLLED_AT, MATURE_AT, TRIGGER } from './a-lift-unit';

const outcomeOf = (...orders: ReadonlyArray<OutcomeOrder>) =>
  measureOutcome(aLiftUnit({ orders }), MATURE_AT, 90);

describe('the outcome of a customer', () => {
  it('exists once the window is full and not a millisecond before', () => {
    expect(measureOutcome(aLiftUnit(), MATURE_AT - 1, 90)).toEqual({
      kind: 'immature',
      maturesAt: MATURE_AT,
    });
    expect(measureOutcome(aLiftUnit(), MATURE_AT, 90).kind).toBe('mature');
  });

  it.each([
    ['at the enrolment', ENROLLED_AT, 0],
    ['a millisecond after it', ENROLLED_AT + 1, 1],
    ['a millisecond before the end', MATURE_AT - 1, 1],
    ['at the end', MATURE_AT, 0],
  ])('an order %s counts accordingly', (_, createdAt, laterOrders) => {
    expect(outcomeOf(TRIGGER, anOrder({ createdAt }))).toMatchObject({ laterOrders });
  });

  it('a shorter horizon closes earlier', () => {
    const unit = aLiftUnit({ orders: [TRIGGER, anOrder({ createdAt: ENROLLED_AT + 10 * DAY_MS })] });
    expect(measureOutcome(unit, MATURE_AT, 7)).toMatchObject({ laterOrders: 0 });
    expect(measureOutcome(unit, MATURE_AT, 14)).toMatchObject({ laterOrders: 1 });
  });

  it('the trigger order counts for the order value and for nothing else, even when it was placed after the enrolment', () => {
    const late = { ...TRIGGER, createdAt: ENROLLED_AT + 1 };
    expect(outcomeOf(late, anOrder())).toEqual({
      kind: 'mature',
      laterOrders: 1,
      laterRevenueMinor: 5000,
      occasions: 2,
      occasionRevenueMinor: 13_000,
      isOfferBought: null,
    });
  });

  it.each([
    ['the offered product a millisecond before 14 days are over', 14 * DAY_MS - 1, 7, true],
    ['it when they are over', 14 * DAY_MS, 7, false],
    ['it a millisecond after the offer', 1, 7, true],
    ['it at the moment of the offer', 0, 7, false],
    ['another product in time', DAY_MS, 8, false],
  ])('who buys %s has bought the offer accordingly', (_, afterMs, product, isOfferBought) => {
    const offeredAt = ENROLLED_AT + HOUR_MS;
    const unit = aLiftUnit({
      firstOffer: { product: 7, offeredAt },
      orders: [TRIGGER, anOrder({ createdAt: offeredAt + afterMs, products: [3, product] })],
    });
    expect(measureOutcome(unit, MATURE_AT, 90)).toMatchObject({ isOfferBought });
  });

  it('an offer whose 14 days reach beyond the window is not judged, one whose days end with it is', () => {
    const offered = (daysBefore: number, horizonDays: number) => {
      const firstOffer = { product: 7, offeredAt: ENROLLED_AT + (horizonDays - daysBefore) * DAY_MS };
      return measureOutcome(aLiftUnit({ firstOffer }), MATURE_AT, horizonDays);
    };
    expect(offered(13, 90)).toMatchObject({ isOfferBought: null });
    expect(offered(14, 90)).toMatchObject({ isOfferBought: false });
    expect(offered(7, 7)).toMatchObject({ isOfferBought: null });
  });

  it('an offer that was given back whole is not bought, nor is the trigger order an answer to it', () => {
    const offer = { product: 7, offeredAt: ENROLLED_AT - 1 };
    const refunded = anOrder({ refunds: [{ refundedAt: ENROLLED_AT + 20 * DAY_MS, amountMinor: 5000 }] });
    const outcome = (orders: ReadonlyArray<OutcomeOrder>) =>
      measureOutcome(aLiftUnit({ firstOffer: offer, orders }), MATURE_AT, 90);
    expect(outcome([TRIGGER])).toMatchObject({ isOfferBought: false });
    expect(outcome([TRIGGER, refunded])).toMatchObject({ isOfferBought: false });
    expect(outcome([TRIGGER, anOrder()])).toMatchObject({ isOfferBought: true });
  });

  it('an order within a day of the trigger order raises its basket; a day later it is one of its own', () => {
    const after = (ms: number) => outcomeOf(TRIGGER, anOrder({ createdAt: ENROLLED_AT + ms }));
    expect(after(23 * HOUR_MS)).toMatchObject({ occasions: 1, occasionRevenueMinor: 13_000, laterOrders: 1 });
    expect(after(24 * HOUR_MS)).toMatchObject({ occasions: 2, occasionRevenueMinor: 13_000 });
  });

  it('a refund inside the window is taken off, one after it is not (C76)', () => {
    const refunded = (refundedAt: number) =>
      outcomeOf(TRIGGER, anOrder({ refunds: [{ refundedAt, amountMinor: 1500 }] }));
    expect(refunded(MATURE_AT - 1)).toMatchObject({ laterOrders: 1, laterRevenueMinor: 3500 });
    expect(refunded(MATURE_AT)).toMatchObject({ laterOrders: 1, laterRevenueMinor: 5000 });
  });

  it('an order with nothing left is no order, one with a cent left is', () => {
    const keeping = (minor: number) =>
      outcomeOf(
        TRIGGER,
        anOrder({ refunds: [{ refundedAt: ENROLLED_AT + 20 * DAY_MS, amountMinor: 5000 - minor }] }),
      );
    expect(keeping(0)).toMatchObject({ laterOrders: 0, occasions: 1 });
    expect(keeping(1)).toMatchObject({ laterOrders: 1, occasions: 2 });
  });

  it('a cancelled order counts nowhere, the trigger order included', () => {
    expect(outcomeOf(TRIGGER, anOrder({ cancelledAt: MATURE_AT }))).toMatchObject({
      laterOrders: 0,
      occasions: 1,
    });
    expect(outcomeOf({ ...TRIGGER, cancelledAt: MATURE_AT }, anOrder())).toMatchObject({
      laterOrders: 1,
      occasions: 1,
      occasionRevenueMinor: 5000,
    });
  });

  it('is the same whatever order the orders come in', () => {
    const first = anOrder({ orderId: 'first', createdAt: ENROLLED_AT + HOUR_MS });
    expect(outcomeOf(anOrder(), first, TRIGGER)).toEqual(outcomeOf(TRIGGER, first, anOrder()));
  });
});
