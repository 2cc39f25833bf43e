import type { TouchNumber } from '../sequence/touch';

export type Range = { readonly low: number; readonly high: number };

/** Published benchmarks: other people's claims, shown for scale, never a prior and never a promise (R60). */
export const ORDER_VALUE_LIFT: Range = { low: 0.15, high: 0.28 };
/** Attributed purchases of delivered e-mails. */
export const UPSELL_CONVERSION: Range = { low: 0.03, high: 0.08 };

export type Standing = 'below' | 'inside' | 'above';

/**
 * Where a share stands beside a benchmark, as far as its data can tell. In: the 95 % interval of the share, the
 * benchmark (fractions). Out: null while the interval reaches across a border of the benchmark.
 */
export function standingBeside(interval: Range, benchmark: Range): Standing | null {
  if (interval.high < benchmark.low) return 'below';
  if (interval.low > benchmark.high) return 'above';
  return interval.low >= benchmark.low && interval.high <= benchmark.high ? 'inside' : null;
}

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
