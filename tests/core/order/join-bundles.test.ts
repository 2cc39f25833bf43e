import { expect, it } from 'vitest';
import { joinBundles } from '#core/order/join-bundles';
import type { OrderLine } from '#core/order/order';
import { buildLine } from '../../support/build-order';

const bundle = { bundleId: 'kit', productId: 'gid://shopify/Product/90', title: 'Starter kit', quantity: 2 };
const part = (lineId: string, over: Partial<OrderLine> = {}) =>
  buildLine({ lineId, quantity: 4, currentQuantity: 4, unitMinor: 300, valueMinor: 1000, bundle, ...over });

it('the parts of a bundle are one line, worth what they were together (C43)', () => {
  const loose = buildLine({ lineId: 'x' });
  const [joined, other] = joinBundles([part('a'), loose, part('b', { unitMinor: 200, valueMinor: 700 })]);
  expect(joined).toMatchObject({
    lineId: 'a',
    productId: bundle.productId,
    title: 'Starter kit',
    quantity: 2,
    currentQuantity: 2,
    unitMinor: 1000, // (4 x 300 + 4 x 200) / 2
    valueMinor: 1700,
  });
  expect(other).toBe(loose);
});

it.each([
  [4, 4, 2],
  [4, 0, 2], // one part is still there
  [1, 1, 1],
  [0, 0, 0],
])('of four and four parts %i and %i are kept: %i of two bundles', (one, two, kept) => {
  const [joined] = joinBundles([part('a', { currentQuantity: one }), part('b', { currentQuantity: two })]);
  expect(joined?.currentQuantity).toBe(kept);
});

it('two bundles stay two, and lines of no bundle stay as they are', () => {
  const second = { ...bundle, bundleId: 'other kit' };
  expect(joinBundles([part('a'), part('b', { bundle: second })])).toHaveLength(2);
  expect(joinBundles([part('a'), part('b')])).toHaveLength(1);
  const loose = [buildLine({ lineId: 'x' }), buildLine({ lineId: 'y' })];
  expect(joinBundles(loose)).toEqual(loose);
});
