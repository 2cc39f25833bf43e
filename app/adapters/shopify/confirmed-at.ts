import type { Instant } from '#core/shared/time';

export type Payment = {
  readonly kind: string;
  readonly status: string;
  readonly processedAt?: string | null;
};

const CONFIRMING_KINDS: ReadonlySet<string> = new Set(['AUTHORIZATION', 'SALE', 'CAPTURE']);
const CONFIRMED_STATES: ReadonlySet<string> = new Set([
  'AUTHORIZED', 'PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'REFUNDED',
]); // prettier-ignore

/**
 * The first moment at which an order was authorised or paid. Payments outside Shopify leave no transaction; then the
 * moment of the order stands in, once Shopify calls it paid.
 * In: payments, financial status, the order's time. Out: instant (ms), or null while nobody has paid.
 */
export function confirmedAtOf(order: {
  readonly transactions: ReadonlyArray<Payment>;
  readonly displayFinancialStatus?: string | null;
  readonly processedAt: string;
}): Instant | null {
  const times = order.transactions
    .filter(({ kind, status }) => CONFIRMING_KINDS.has(kind) && status === 'SUCCESS')
    .flatMap(({ processedAt }) => (processedAt ? [Date.parse(processedAt)] : []));
  if (times.length > 0) return Math.min(...times);
  return CONFIRMED_STATES.has(order.displayFinancialStatus ?? '') ? Date.parse(order.processedAt) : null;
}
