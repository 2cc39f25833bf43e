import { describe, expect, it } from 'vitest';
import { createLikenessIndex } from '#adapters/database/likeness-index';
import { alikeTo } from '#core/catalogue/likeness';
import type { Product } from '#core/catalogue/product';
import { buildProduct } from '../../support/build-product';

const idOf = (number: number) => `gid://shopify/Product/${number}`;

/** What products 1, 2, 3 … of a shop are to number 1. */
function likenessOf(...products: ReadonlyArray<Partial<Product>>) {
  const index = createLikenessIndex();
  products.forEach((product, at) => {
    const number = at + 1;
    index.put({ ...buildProduct({ productId: idOf(number), title: `Thing ${number}`, ...product }), number });
  });
  return Object.fromEntries(alikeTo(index, [1]));
}

describe('one thing under two listings (C33, C37)', () => {
  it('shares an SKU or a barcode on any variant, whatever the case and the spaces around it', () => {
    expect(likenessOf({ skus: ['A', 'MUG-1'] }, { skus: [' mug-1'] }, { skus: ['MUG-2'] })).toEqual({
      2: 'same_thing',
    });
    expect(likenessOf({ barcodes: ['4006381333931'] }, { barcodes: ['4006381333931'] })).toEqual({
      2: 'same_thing',
    });
    expect(likenessOf({ barcodes: ['4006381333931'] }, { barcodes: ['4006381333932'] })).toEqual({});
  });

  it('a UPC is the EAN that begins with a zero; an SKU keeps its zeros', () => {
    expect(likenessOf({ barcodes: ['012345678905'] }, { barcodes: ['0012345678905'] })).toEqual({
      2: 'same_thing',
    });
    expect(likenessOf({ skus: ['012'] }, { skus: ['12'] })).toEqual({});
  });

  it('an SKU is no barcode', () => {
    expect(likenessOf({ skus: ['4006381333931'] }, { barcodes: ['4006381333931'] })).toEqual({});
  });

  it.each(['', ' ', '-', '0', '000000000000', 'N/A', 'none', 'Does not apply'])('%j says nothing', (code) => {
    expect(likenessOf({ skus: [code], barcodes: [code] }, { skus: [code], barcodes: [code] })).toEqual({});
  });

  it('a code on more than five listings says nothing either; on five it does', () => {
    const listings = (count: number) => Array.from({ length: count }, () => ({ skus: ['HARBOUR'] }));
    expect(Object.keys(likenessOf(...listings(5)))).toHaveLength(4);
    expect(likenessOf(...listings(6))).toEqual({});
  });
});

describe('one model (C36)', () => {
  const pair = (one: Partial<Product>, other: Partial<Product>) =>
    likenessOf({ title: 'Mug, red', ...one }, { title: 'Mug, blue', ...other });

  it('has one name, options aside, within one product type', () => {
    expect(pair({ productType: 'Cups' }, { productType: 'cups ' })).toEqual({ 2: 'same_model' });
    expect(pair({ productType: 'Cups' }, { productType: 'Posters' })).toEqual({});
    expect(pair({ category: 'Cups' }, { category: 'Posters' })).toEqual({});
  });

  it('volumes of a series are none', () => {
    const volume = (title: string, category: string) => ({ title, category });
    expect(likenessOf(volume('Saga, 11', 'Media > Books'), volume('Saga, 12', 'Media > Books'))).toEqual({});
    expect(likenessOf(volume('Saga, 11', 'Bikes'), volume('Saga, 12', 'Bikes'))).toEqual({ 2: 'same_model' });
  });

  it('of two likenesses the closer one is told', () => {
    expect(pair({ skus: ['M'] }, { skus: ['M'] })).toEqual({ 2: 'same_thing' });
  });
});

describe('a bundle (C44)', () => {
  it('holds what was bought; what was bought does not hold the bundle', () => {
    expect(likenessOf({}, { componentIds: [idOf(9), idOf(1)] }, { componentIds: [idOf(9)] })).toEqual({
      2: 'contains_it',
    });
    expect(likenessOf({ componentIds: [idOf(2)] }, {})).toEqual({});
  });
});

it('a changed product is found by what it is now only', () => {
  const index = createLikenessIndex();
  const put = (number: number, sku: string) =>
    index.put({
      ...buildProduct({ productId: idOf(number), title: `Thing ${number}`, skus: [sku] }),
      number,
    });
  put(1, 'A');
  put(2, 'A');
  put(2, 'B');
  put(3, 'B');
  expect(alikeTo(index, [1]).size).toBe(0);
  expect([...alikeTo(index, [3]).keys()]).toEqual([2]);
  expect(alikeTo(index, [2, 3]).size).toBe(0);
  expect(alikeTo(index, [77]).size).toBe(0);
});
