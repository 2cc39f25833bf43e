import type { LiftUnit, OutcomeOrder } from '#core/lift/outcome';
import { DAY_MS } from '#core/shared/time';

export const ENROLLED_AT = Date.parse('2026-01-01T12:00:00Z');
export const MATURE_AT = ENROLLED_AT + 90 * DAY_MS;

/** An order of 50.00 ten days after the enrolment, unless told otherwise. */
export function anOrder(overrides: Partial<OutcomeOrder> = {}): OutcomeOrder {
  return {
    orderId: 'later',
    createdAt: ENROLLED_AT + 10 * DAY_MS,
    cancelledAt: null,
    subtotalMinor: 5000,
    refunds: [],
    products: [7],
    ...overrides,
  };
}

export const TRIGGER = anOrder({ orderId: 'trigger', createdAt: ENROLLED_AT, subtotalMinor: 8000 });

/** A treated customer whose only order is the trigger order of 80.00, unless told otherwise. */
export function aLiftUnit(overrides: Partial<LiftUnit> = {}): LiftUnit {
  return {
    arm: 'treatment',
    isOfBothArms: false,
    enrolledAt: ENROLLED_AT,
    triggerOrderId: 'trigger',
    firstOffer: null,
    orders: [TRIGGER],
    ...overrides,
  };
}
