import type { BasketColumns } from '#core/affinity/index-baskets';
import { readNumbers, writeNumbers } from './number-file';

/** Baskets as a file, so that every contestant starts from the same: how many, persons, starts, products. */
export function writeBaskets(file: string, { persons, products }: BasketColumns): void {
  writeNumbers(file, [Int32Array.of(persons.length), persons, products.starts, products.items]);
}

export function readBaskets(file: string): BasketColumns {
  const numbers = readNumbers(file);
  const orders = numbers[0] ?? 0;
  return {
    persons: numbers.subarray(1, orders + 1),
    products: {
      starts: numbers.subarray(orders + 1, 2 * orders + 2),
      items: numbers.subarray(2 * orders + 2),
    },
  };
}
