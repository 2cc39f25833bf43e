import type { TouchNumber } from '../sequence/touch';
import type { Instant } from '../shared/time';
import { shareCredit, type CreditedClick, type CreditModel } from './credit-models';

export type CreditedTouch = CreditedClick & { readonly touchNumber: TouchNumber };

/** An order that touches were clicked before, with what the shop keeps of it now, in minor units. */
export type CreditedOrder = {
  readonly orderId: string;
  readonly name: string; // '' when its buyer was erased
  readonly personId: string | null;
  readonly orderedAt: Instant;
  readonly amountMinor: number;
  readonly touches: ReadonlyArray<CreditedTouch>;
};

export type CreditTally = {
  readonly model: CreditModel;
  readonly orders: number; // each once, however many touches share it
  readonly revenueMinor: number;
  readonly touches: ReadonlyArray<{
    readonly touchNumber: TouchNumber;
    readonly touched: number; // orders that it has a share of, so that one order may be in two touches
    readonly revenueMinor: number;
  }>;
};

/**
 * What a model gives to touch 1, 2 and 3. The total is the same for every model, and the sum of the three.
 * In: model, orders (minor units). Out: orders and minor units, per touch and in all.
 */
export function tallyCredit(model: CreditModel, orders: ReadonlyArray<CreditedOrder>): CreditTally {
  const touched = { 1: 0, 2: 0, 3: 0 };
  const revenueMinor = { 1: 0, 2: 0, 3: 0 };
  for (const { touches, amountMinor } of orders) {
    const sharing = shareCredit(model, touches, amountMinor).filter(({ share }) => share > 0);
    for (const given of sharing) revenueMinor[given.touchNumber] += given.amountMinor;
    for (const number of new Set(sharing.map(({ touchNumber }) => touchNumber))) touched[number] += 1;
  }
  return {
    model,
    orders: orders.length,
    revenueMinor: orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    touches: ([1, 2, 3] as const).map((touchNumber) => ({
      touchNumber,
      touched: touched[touchNumber],
      revenueMinor: revenueMinor[touchNumber],
    })),
  };
}
