import type { BasketIndex } from './index-baskets';

/** Distinct persons by product, counted in one pass: orders come grouped by person, so that the last one is enough to know. */
export class BuyerCounter {
  readonly buyers: Int32Array;
  readonly #last: Int32Array; // person + 1
  readonly #products: Int32Array;

  constructor({ productNumbers, productsOf }: BasketIndex) {
    this.buyers = new Int32Array(productNumbers.length);
    this.#last = new Int32Array(productNumbers.length);
    this.#products = productsOf.items;
  }

  /** In: a person, and where the products of one of its orders start and end. */
  add(person: number, start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const product = this.#products[at] ?? 0;
      if (this.#last[product] === person + 1) continue;
      this.#last[product] = person + 1;
      this.buyers[product] = (this.buyers[product] ?? 0) + 1;
    }
  }
}

/** For every product the distinct persons who bought it. */
export function countBuyers(index: BasketIndex): Int32Array {
  const { persons, productsOf } = index;
  const counter = new BuyerCounter(index);
  for (let order = 0; order < persons.length; order += 1)
    counter.add(persons[order] ?? 0, productsOf.starts[order] ?? 0, productsOf.starts[order + 1] ?? 0);
  return counter.buyers;
}
