import type { Instant } from '../../model';
import { instantOfLocalTime } from './local-time';
import type { SourceOrder } from './parse-orders';

export type DatedSale = { readonly order: SourceOrder; readonly createdAt: Instant };

export type OrderCounts = {
  readonly sales: number;
  readonly cancellations: number;
  readonly adjustments: number;
  readonly salesWithoutDate: number; // left out
  readonly salesWithoutLines: number; // dated, but no line of a positive quantity: left out
};

/** The orders that a shop can have had, in time order (equal times by order id as text), and the count of the others. */
export function datedSales(
  orders: Iterable<SourceOrder>,
  zone: string,
): { readonly sales: ReadonlyArray<DatedSale>; readonly counts: OrderCounts } {
  const sales: DatedSale[] = [];
  const counts = { sales: 0, cancellations: 0, adjustments: 0, salesWithoutDate: 0, salesWithoutLines: 0 };
  for (const order of orders) {
    if (order.kind === 'cancellation') counts.cancellations += 1;
    else if (order.kind === 'adjustment') counts.adjustments += 1;
    else {
      counts.sales += 1;
      if (order.localTime === null) counts.salesWithoutDate += 1;
      else if (order.lines.length === 0) counts.salesWithoutLines += 1;
      else sales.push({ order, createdAt: instantOfLocalTime(order.localTime, zone) });
    }
  }
  sales.sort((a, b) => a.createdAt - b.createdAt || (a.order.sourceId < b.order.sourceId ? -1 : 1));
  return { sales, counts };
}
