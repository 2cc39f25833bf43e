import type { CreditModel } from '#core/attribution/credit-models';
import { toIso } from '#core/shared/time';
import type { CreditedOrders } from './list-credited-orders';

const HEADINGS = [
  'order',
  'ordered at',
  'touch',
  'clicked at',
  'share',
  'attributed revenue',
  'currency',
  'credit model',
] as const;

/**
 * The attributed orders as a table, one line a touch and order, so that the column of revenue adds up to the figure of the
 * screen. Money in minor units, shares as fractions.
 * In: the orders, the shop's currency, the model. Out: headings and rows.
 */
export function exportCreditedOrders(
  { rows }: CreditedOrders,
  currency: string,
  model: CreditModel,
): {
  readonly headings: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
} {
  return {
    headings: HEADINGS,
    rows: rows.flatMap(({ name, orderedAt, touches }) =>
      touches.map(({ touchNumber, clickedAt, share, amountMinor }) => [
        name,
        toIso(orderedAt),
        touchNumber,
        toIso(clickedAt),
        share,
        amountMinor,
        currency,
        model,
      ]),
    ),
  };
}
