import { currencyDecimals } from '../shared/money';
import { DAY_MS, monthStarts, type Instant } from '../shared/time';

/** Below these the counts behind pairings and lift stay too thin (R85). */
export const FEWEST_PRODUCTS = 50;
export const FEWEST_ORDERS_A_MONTH = 200;
/** A year's revenue from which on simple mode is proposed, and from which on it is not any more: US dollars. */
export const SIMPLE_MODE_FROM = 500_000;
export const SIMPLE_MODE_UNTIL = 1_000_000;

const MONTHS = 3;
const RECENT_DAYS = 30;

export type Period = { readonly from: Instant; readonly to: Instant };
export type Sales = { readonly orders: number; readonly netMinor: number };

export type Readiness = {
  readonly verdict: 'too_small' | 'simple_mode' | 'ready';
  readonly products: number;
  readonly ordersAMonth: number; // whole ones, so that 199.9 does not read as 200
  readonly yearlyMinor: number; // in the shop's currency, as nothing is converted
  /** What the rate was taken from: whole calendar months, or where none is known whole, the last days. */
  readonly basis: { readonly kind: 'months' | 'days'; readonly count: number };
};

/**
 * The periods whose sales readiness is judged by: the last three whole calendar months that are known from their first
 * day on, or the last thirty days where there is none.
 * In: the first order that is known (null: none), now (ms), the shop's zone. Out: periods, oldest first.
 */
export function readinessPeriods(
  knownFrom: Instant | null,
  now: Instant,
  zone: string,
): Readiness['basis'] & { readonly periods: ReadonlyArray<Period> } {
  const starts = monthStarts(now, MONTHS, zone);
  const periods = starts
    .slice(0, -1)
    .map((from, at) => ({ from, to: starts[at + 1] ?? now }))
    .filter(({ from }) => knownFrom !== null && knownFrom <= from);
  if (periods.length > 0) return { kind: 'months', count: periods.length, periods };
  const known = knownFrom === null ? RECENT_DAYS : Math.ceil((now - knownFrom) / DAY_MS);
  const count = Math.min(RECENT_DAYS, Math.max(1, known));
  return { kind: 'days', count, periods: [{ from: now - count * DAY_MS, to: now }] };
}

/**
 * Whether Encore is worthwhile for a shop of this size (R85). Revenue is compared with the dollar thresholds in the
 * shop's own currency, unconverted: no exchange rate is known here, and whoever shows it says so.
 * In: products that can be offered, sales in the periods, what they are of, currency (ISO 4217). Out: verdict and figures.
 */
export function assessReadiness(input: {
  readonly products: number;
  readonly sales: ReadonlyArray<Sales>;
  readonly basis: Readiness['basis'];
  readonly currency: string;
}): Readiness {
  const { products, sales, currency } = input;
  const { kind, count } = input.basis;
  const months = kind === 'months' ? count : count / RECENT_DAYS;
  const sum = (read: (one: Sales) => number) => sales.reduce((total, one) => total + read(one), 0);
  const rate = sum(({ orders }) => orders) / months;
  const yearlyMinor = Math.round((sum(({ netMinor }) => netMinor) / months) * 12);
  const yearly = yearlyMinor / 10 ** currencyDecimals(currency);
  const isTooSmall = products < FEWEST_PRODUCTS || rate < FEWEST_ORDERS_A_MONTH;
  const isSimple = yearly >= SIMPLE_MODE_FROM && yearly < SIMPLE_MODE_UNTIL;
  return {
    verdict: isTooSmall ? 'too_small' : isSimple ? 'simple_mode' : 'ready',
    products,
    ordersAMonth: Math.floor(rate),
    yearlyMinor,
    basis: { kind, count },
  };
}
