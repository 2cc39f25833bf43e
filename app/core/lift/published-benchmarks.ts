import type { TouchNumber } from '../sequence/touch';

export type Range = { readonly low: number; readonly high: number };

/** Published benchmarks: other people's claims, shown for scale, never a prior and never a promise (R60). */
export const ORDER_VALUE_LIFT: Range = { low: 0.15, high: 0.28 };
/** Attributed purchases of delivered e-mails. */
export const UPSELL_CONVERSION: Range = { low: 0.03, high: 0.08 };

/** Opened and clicked of delivered, bought of clicked. */
export const TOUCH_BENCHMARKS: Readonly<
  Record<TouchNumber, { readonly opened: Range; readonly clicked: Range; readonly boughtOfClicked: Range }>
> = {
  1: {
    opened: { low: 0.55, high: 0.7 },
    clicked: { low: 0.12, high: 0.18 },
    boughtOfClicked: { low: 0.04, high: 0.08 },
  },
  2: {
    opened: { low: 0.4, high: 0.55 },
    clicked: { low: 0.08, high: 0.14 },
    boughtOfClicked: { low: 0.03, high: 0.06 },
  },
  3: {
    opened: { low: 0.35, high: 0.5 },
    clicked: { low: 0.06, high: 0.12 },
    boughtOfClicked: { low: 0.02, high: 0.05 },
  },
};
