import { describe, expect, it } from 'vitest';
import type { Basket } from '#core/affinity/index-baskets';
import type { CategoryRow } from '#core/affinity/pairing';
import { minePairings } from '../../support/mine-pairings';

/** Thirty coffees that nobody buys often, a mug that half of their buyers take, and things that have nothing to do with it. */
const COFFEES = Array.from({ length: 30 }, (_, at) => at);
const [MUG, FRUIT, PEN] = [40, 41, 42];
const CATEGORIES = new Map<number, string>([
  ...COFFEES.map((coffee) => [coffee, 'Coffee'] as const),
  [MUG, 'Cups'],
  [PEN, 'Pens'],
]);

const coffeeBuyers = (second: ReadonlyArray<number>): ReadonlyArray<Basket> =>
  Array.from({ length: 60 }, (_, person) => ({
    person,
    products: [person % 30, ...(person % 2 === 0 ? second : [])],
  }));
const others = Array.from({ length: 200 }, (_, at) => ({ person: 1000 + at, products: [PEN] }));

function learn(baskets: ReadonlyArray<Basket>, categories: ReadonlyMap<number, string> = CATEGORIES) {
  const { sameOrder, nextOrder } = minePairings({ baskets, windowFrom: 0, windowTo: 1, categories });
  const of = (rows: ReadonlyArray<CategoryRow>, category: string) =>
    rows.find((row) => row.category === category);
  return {
    rows: sameOrder.rows,
    names: sameOrder.categories.map(({ category }) => category),
    coffee: of(sameOrder.categories, 'Coffee'),
    pens: of(sameOrder.categories, 'Pens'),
    coffeeNext: of(nextOrder.categories, 'Coffee'),
  };
}

describe('what is learned of a category (C48)', () => {
  it('where no product of it has buyers enough, distinct buyers of all of them count together', () => {
    const { rows, coffee } = learn([...coffeeBuyers([MUG]), ...others]);
    expect(rows.filter(({ antecedent }) => antecedent < 30)).toEqual([]);
    expect(coffee).toEqual({
      category: 'Coffee',
      buyers: 60,
      settled: [],
      consequents: [MUG],
      support: [30],
      consequentBuyers: [30],
      grades: ['automatic'],
      scores: [expect.any(Number)],
    });
  });

  it('names only products of other categories; one of an unknown category may be another', () => {
    const [first, second] = [COFFEES[0] ?? 0, COFFEES[1] ?? 0];
    expect(learn([...coffeeBuyers([first, second]), ...others]).coffee).toBeUndefined();
    expect(learn([...coffeeBuyers([FRUIT]), ...others]).coffee?.consequents).toEqual([FRUIT]);
  });

  it('is tested like a pair of products: what everybody buys is popular', () => {
    const everybody = others.map(({ person, products }) => ({ person, products: [...products, MUG] }));
    expect(learn([...coffeeBuyers([MUG]), ...everybody]).coffee?.grades).toEqual(['popular']);
  });

  it('counts each buyer once, so that a reseller makes none (C51)', () => {
    const reseller = coffeeBuyers([MUG]).map(({ products }) => ({ person: 1, products }));
    expect(learn([...reseller, ...others]).coffee).toBeUndefined();
  });

  it('takes a buyer of two of its products, in two orders, as one', () => {
    const twice = coffeeBuyers([MUG]).flatMap(({ person, products }) => [
      { person, products },
      { person, products: [((products[0] ?? 0) + 1) % 30, MUG] },
    ]);
    expect(learn([...twice, ...others]).coffee).toMatchObject({ buyers: 60, support: [60] });
  });

  it('needs the same fewest buyers', () => {
    expect(learn([...coffeeBuyers([MUG]).slice(0, 20), ...others]).coffee?.buyers).toBe(20);
    expect(learn([...coffeeBuyers([MUG]).slice(0, 19), ...others]).coffee).toBeUndefined();
  });

  it('does not speak for a product with buyers enough of its own', () => {
    const own = Array.from({ length: 25 }, (_, at) => ({ person: 500 + at, products: [3, MUG] }));
    const { coffee, names } = learn([...coffeeBuyers([MUG]), ...own, ...others]);
    expect(coffee?.settled).toEqual([3]);
    expect(names).toEqual(['Coffee', 'Cups']); // products are none
  });

  it('of the next order counts who came back for it, and not who had it with the coffee', () => {
    const backFor = (first: ReadonlyArray<number>) =>
      [
        ...coffeeBuyers(first),
        ...coffeeBuyers([]).map(({ person }) => ({ person, products: [MUG] })),
      ].toSorted((a, b) => a.person - b.person);
    const pensTwice = others.flatMap((basket) => [basket, basket]);
    expect(learn([...backFor([]), ...pensTwice]).coffeeNext).toMatchObject({
      buyers: 60,
      consequents: [MUG],
      support: [60],
      consequentBuyers: [60],
      grades: ['automatic'],
    });
    expect(learn([...backFor([MUG]), ...pensTwice]).coffeeNext).toMatchObject({ support: [30] });
  });

  it('without known categories is nothing', () => {
    expect(learn([...coffeeBuyers([MUG]), ...others], new Map()).coffee).toBeUndefined();
  });
});
