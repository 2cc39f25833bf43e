import type { BasketIndex } from './index-baskets';

export type ReturningCounts = {
  readonly returning: number; // distinct persons with an order that another one follows
  readonly leaving: Int32Array; // of them, by product: who bought it in an order that another one follows
  readonly arriving: Int32Array; // and who bought it in an order that follows another one
};

/** Who comes back, and with what. In: baskets as indexed. Out: distinct persons; columns by product. */
export function countReturning({ persons, productsOf, productNumbers }: BasketIndex): ReturningCounts {
  const { starts, items } = productsOf;
  const [leaving, lastLeaving] = [
    new Int32Array(productNumbers.length),
    new Int32Array(productNumbers.length),
  ];
  const [arriving, lastArriving] = [
    new Int32Array(productNumbers.length),
    new Int32Array(productNumbers.length),
  ];
  let returning = 0;
  for (let order = 0; order < persons.length; order += 1) {
    const person = persons[order] ?? 0;
    const isNext = persons[order - 1] === person;
    const hasNext = persons[order + 1] === person;
    if (hasNext && !isNext) returning += 1;
    if (!hasNext && !isNext) continue;
    const end = starts[order + 1] ?? 0;
    for (let at = starts[order] ?? 0; at < end; at += 1) {
      const product = items[at] ?? 0;
      if (hasNext && lastLeaving[product] !== person + 1) {
        lastLeaving[product] = person + 1;
        leaving[product] = (leaving[product] ?? 0) + 1;
      }
      if (isNext && lastArriving[product] !== person + 1) {
        lastArriving[product] = person + 1;
        arriving[product] = (arriving[product] ?? 0) + 1;
      }
    }
  }
  return { returning, leaving, arriving };
}
