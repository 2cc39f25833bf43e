import { countBuyers } from './count-pairs';
import type { BasketIndex } from './index-baskets';

export type ReturningCounts = {
  readonly returning: number; // distinct persons with an order that another one follows
  readonly leaving: Int32Array; // of them, by product: who bought it in an order that another one follows
  readonly arriving: Int32Array; // and who bought it in an order that follows another one
};

/** Who comes back, and with what. In: baskets as indexed. Out: distinct persons; columns by product. */
export function countReturning(index: BasketIndex): ReturningCounts {
  const { persons } = index;
  const hasNext = (order: number) => persons[order + 1] === persons[order];
  const isNext = (order: number) => persons[order - 1] === persons[order];
  return {
    returning: persons.filter((person, order) => isNext(order) && person !== persons[order - 2]).length,
    leaving: countBuyers(index, hasNext),
    arriving: countBuyers(index, isNext),
  };
}
