import { expect, it } from 'vitest';
import { layOutBaskets } from '#core/affinity/index-baskets';
import { mineInSlices } from '#core/affinity/mine-pairings';
import { minePairings } from '../../support/mine-pairings';

const PRODUCTS = 300;
/** Everybody buys a product with the next one, then comes back for the one after. */
const baskets = Array.from({ length: PRODUCTS - 2 }, (_, person) => [
  { person, products: [person, person + 1] },
  { person, products: [person + 2] },
]).flat();
const input = { baskets, windowFrom: 0, windowTo: 1, minimums: { minimumBuyers: 1, minimumSupport: 1 } };

const neighbours = (rows: ReturnType<typeof minePairings>['sameOrder']['rows']) =>
  rows.map(({ antecedent, consequents }) => consequents.map((consequent) => consequent - antecedent));

it('pairs across the borders of slices are counted like any other', () => {
  const { sameOrder, nextOrder } = minePairings(input);
  expect(neighbours(sameOrder.rows).slice(1, -1)).toEqual(Array(PRODUCTS - 3).fill([-1, 1]));
  expect(neighbours(nextOrder.rows).slice(1, -1)).toEqual(Array(PRODUCTS - 3).fill([1, 2]));
});

it('mining pauses often while it counts, and tells both tables when their scores know of each other', () => {
  const told = [...mineInSlices({ ...input, baskets: layOutBaskets(baskets) })].map(
    (mined) => mined?.table ?? 'pause',
  );
  expect(told.slice(0, -2).length).toBeGreaterThan(8);
  expect(told.slice(0, -2).every((what) => what === 'pause')).toBe(true);
  expect(told.slice(-2)).toEqual(['same_order', 'next_order']);
});
