import { expect, it } from 'vitest';
import { buildEmptyStore } from '../../../dev-store/stores/empty-store';
import { buildTinyStore } from '../../../dev-store/stores/tiny-store';
import { paidOrders } from './paid-orders';

const UNTIL = Date.UTC(2026, 5, 1);

it('the tiny store has 12 products and 30 orders, all before the given instant', () => {
  const seed = buildTinyStore(UNTIL);
  expect(seed.products).toHaveLength(12);
  expect(paidOrders(seed)).toHaveLength(30);
  expect(paidOrders(seed).every(({ createdAt }) => createdAt < UNTIL)).toBe(true);
});

it('no product of the tiny store has the 20 buyers that a tier needs', () => {
  const seed = buildTinyStore(UNTIL);
  for (const { id } of seed.products) {
    const buyers = paidOrders(seed).filter(({ lines }) => lines.some(({ productId }) => productId === id));
    expect(buyers.length).toBeLessThan(20);
  }
});

it('the tiny store is always the same', () => {
  expect(JSON.stringify(buildTinyStore(UNTIL))).toBe(JSON.stringify(buildTinyStore(UNTIL)));
});

it('the empty store has products but no orders and no customers', () => {
  const seed = buildEmptyStore(UNTIL);
  expect(seed.products.length).toBeGreaterThan(50);
  expect(seed.events).toEqual([]);
  expect(seed.customers).toEqual([]);
});
