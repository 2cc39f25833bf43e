import { BuyerCounter } from './count-buyers';
import type { BasketIndex } from './index-baskets';

export type ReturningCounts = {
  readonly returning: number; // distinct persons with an order that another one follows
  readonly leaving: Int32Array; // of them, by product: who bought it in an order that another one follows
  readonly arriving: Int32Array; // and who bought it in an order that follows another one
};

/** Who comes back, and with what. In: baskets as indexed. Out: distinct persons; columns by product. */
export function countReturning(index: BasketIndex): ReturningCounts {
  const { persons, productsOf } = index;
  const [leaving, arriving] = [new BuyerCounter(index), new BuyerCounter(index)];
  let returning = 0;
  let isNext = false;
  for (let order = 0; order < persons.length; order += 1) {
    const person = persons[order] ?? 0;
    const hasNext = order + 1 < persons.length && persons[order + 1] === person;
    if (hasNext && !isNext) returning += 1;
    const [start, end] = [productsOf.starts[order] ?? 0, productsOf.starts[order + 1] ?? 0];
    if (hasNext) leaving.add(person, start, end);
    if (isNext) arriving.add(person, start, end);
    isNext = hasNext;
  }
  return { returning, leaving: leaving.buyers, arriving: arriving.buyers };
}
