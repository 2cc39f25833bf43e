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

it('mining pauses often, and tells each table when it is learned', () => {
  const told = [...mineInSlices({ ...input, baskets: layOutBaskets(baskets) })].map(
    (mined) => mined?.table ?? 'pause',
  );
  expect(told.filter((what) => what === 'pause').length).toBeGreaterThan(8);
  expect(told.filter((what) => what !== 'pause')).toEqual(['same_order', 'next_order']);
  expect(told.indexOf('same_order')).toBeLessThan(told.lastIndexOf('pause'));
});
