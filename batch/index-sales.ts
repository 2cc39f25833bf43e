import { indexBaskets, type BasketIndex } from '#core/affinity/index-baskets';
import type { CountedSale } from './read-orders';

export type IndexedSales = {
  readonly index: BasketIndex;
  readonly productIds: ReadonlyArray<string>; // ascending as text; positions in the index are places here
};

/** In: sales by customer, then time; the window (ms, its end exclusive). Out: those inside of it, laid out for counting. */
export function indexSales(sales: ReadonlyArray<CountedSale>, from: number, to: number): IndexedSales {
  const within = sales.filter(({ at }) => at >= from && at < to);
  const productIds = [...new Set(within.flatMap((sale) => sale.productIds))].sort();
  const numbers = new Map(productIds.map((id, number) => [id, number]));
  let person = -1;
  const baskets = within.map((sale, at) => {
    if (sale.customerId !== within[at - 1]?.customerId) person += 1;
    return { person, products: sale.productIds.map((id) => numbers.get(id) ?? 0) };
  });
  return { index: indexBaskets(baskets), productIds };
}
