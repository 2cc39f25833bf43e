import { describe, expect, it } from 'vitest';
import { classifyProductType } from '#core/recommend/classify-product-type';
import { buildProduct } from '../../support/build-product';

const typeOf = (category: string | null, overrides = {}) =>
  classifyProductType(buildProduct({ category }), overrides);

describe('whether a product runs out', () => {
  it.each([
    'Food, Beverages & Tobacco > Beverages > Coffee',
    'Food, Beverages & Tobacco > Food Items > Snack Foods',
    'Health & Beauty > Personal Care > Cosmetics > Skin Care',
    'Animals & Pet Supplies > Pet Supplies > Dog Supplies > Dog Food',
    'Home & Garden > Household Supplies > Household Cleaning Supplies',
    'Home & Garden > Kitchen & Dining > Kitchen Appliance Accessories > Coffee Maker Accessories > Coffee Filters',
    'Baby & Toddler > Diapering > Diapers',
    'Coffee',
  ])('%s does', (category) => {
    expect(typeOf(category)).toBe('consumable');
  });

  it.each([
    'Home & Garden > Kitchen & Dining > Kitchen Appliances > Coffee Makers & Espresso Machines',
    'Furniture > Tables > Coffee Tables',
    'Animals & Pet Supplies > Pet Supplies > Pet Bowls, Feeders & Waterers',
    'Health & Beauty > Personal Care > Hair Care > Hair Styling Tools > Hair Dryers',
    'Cameras & Optics > Camera Lens Accessories > Lens Filters',
    'Sporting Goods > Cycling > Bicycles',
    'Steak knives',
  ])('%s does not', (category) => {
    expect(typeOf(category)).toBe('durable');
  });

  it('what cannot be told counts as durable', () => {
    expect(typeOf(null)).toBe('durable');
  });

  it('a selling plan says so, whatever the category', () => {
    const plan = { sellingPlanId: 'plan', name: 'Monthly', percentOff: 10 };
    expect(classifyProductType(buildProduct({ category: 'Shoes', sellingPlans: [plan] }), {})).toBe(
      'consumable',
    );
    expect(classifyProductType(buildProduct({ category: 'Shoes', sellingPlans: [] }), {})).toBe('durable');
  });

  it('the merchant’s word goes first: by product, then by the nearest category', () => {
    const product = buildProduct({ category: 'Food > Coffee' });
    expect(typeOf('Food > Coffee', { Food: 'one_time' })).toBe('one_time');
    expect(typeOf('Food > Coffee', { Food: 'one_time', 'Food > Coffee': 'durable' })).toBe('durable');
    expect(typeOf('Food > Coffee', { 'Food > Coffee': 'durable', [product.productId]: 'one_time' })).toBe(
      'one_time',
    );
    expect(typeOf('Food > Coffee', { Tea: 'durable' })).toBe('consumable');
  });
});
