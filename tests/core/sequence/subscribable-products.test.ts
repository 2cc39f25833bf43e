import { expect, it } from 'vitest';
import { subscribableProducts } from '#core/sequence/subscribable-products';
import type { OrderLine } from '#core/order/order';
import { buildLine } from '../../support/build-order';
import { buildProduct } from '../../support/build-product';

const COFFEE = 'gid://shopify/Product/1';
const MUG = 'gid://shopify/Product/2';
const catalogue = new Map([
  [COFFEE, { ...buildProduct({ productId: COFFEE, category: 'Coffee' }), number: 1 }],
  [MUG, { ...buildProduct({ productId: MUG, category: 'Mugs' }), number: 2 }],
]);
const of = (...lines: ReadonlyArray<Partial<OrderLine>>) =>
  subscribableProducts(lines.map(buildLine), catalogue, { productTypes: {} });

it('what runs out could come by subscription, once however many lines hold it; what lasts could not', () => {
  expect(of({ productId: COFFEE }, { productId: COFFEE }, { productId: MUG })).toEqual([COFFEE]);
  expect(of({ productId: MUG })).toEqual([]);
});

it('what the merchant calls lasting lasts', () => {
  const types = { productTypes: { [COFFEE]: 'durable' as const } };
  expect(subscribableProducts([buildLine({ productId: COFFEE })], catalogue, types)).toEqual([]);
});

it('a line that is a subscription already leaves nothing to subscribe to', () => {
  expect(of({ productId: COFFEE, sellingPlanId: 'gid://shopify/SellingPlan/1' })).toEqual([]);
});

it('a product that is not known cannot be told to run out, nor can a line without one', () => {
  expect(of({ productId: 'gid://shopify/Product/3' }, { productId: null })).toEqual([]);
});
