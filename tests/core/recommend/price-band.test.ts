import { describe, expect, it } from 'vitest';
import { isInPriceBand, isPreferredPrice, ownPreference, priceBaseMinor } from '#core/recommend/price-band';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { buildLine } from '../../support/build-order';

const { price } = DEFAULT_SETTINGS;
const beside = (priceMinor: number, baseMinor = 10_000, subtotalMinor = 20_000) => ({
  priceMinor,
  baseMinor,
  subtotalMinor,
});

describe('the price band (C41)', () => {
  it.each([
    [2499, false],
    [2500, true],
    [5000, true],
    [5001, false],
  ])('touch 1 beside 100.00: %i minor is inside: %s', (priceMinor, isInside) => {
    expect(isInPriceBand(1, beside(priceMinor), price)).toBe(isInside);
  });

  it('no rounding widens the band: 25 % of 9.99 is 2.4975, so 2.49 is out and 2.50 is in', () => {
    expect(isInPriceBand(1, beside(249, 999), price)).toBe(false);
    expect(isInPriceBand(1, beside(250, 999), price)).toBe(true);
  });

  it('touch 1 stays below the order’s subtotal, even inside the band of a dear unit', () => {
    expect(isInPriceBand(1, beside(4000, 10_000, 4000), price)).toBe(false);
    expect(isInPriceBand(1, beside(4000, 10_000, 4001), price)).toBe(true);
  });

  it('touch 2 goes up to 125 % and has no lower end', () => {
    expect(isInPriceBand(2, beside(12_500), price)).toBe(true);
    expect(isInPriceBand(2, beside(12_501), price)).toBe(false);
    expect(isInPriceBand(2, beside(100), price)).toBe(true);
  });

  it('touch 3 has no band', () => {
    expect(isInPriceBand(3, beside(90_000), price)).toBe(true);
  });
});

describe('the preferred part of touch 1’s band', () => {
  it.each([
    [4000, true, true],
    [4001, false, true],
    [3999, true, false],
  ])('%i minor of 100.00: first purchase %s, repeat customer %s', (priceMinor, lower, upper) => {
    expect(isPreferredPrice(beside(priceMinor), ownPreference(price))).toBe(lower);
    expect(isPreferredPrice(beside(priceMinor), { fromPercent: 40, toPercent: 50 })).toBe(upper);
  });
});

describe('the price base', () => {
  const line = buildLine({ quantity: 3, currentQuantity: 3, unitMinor: 1000, valueMinor: 2700 });

  it.each([
    ['anchor_line', 2700],
    ['anchor_unit', 1000],
    ['order_subtotal', 9900],
  ] as const)('%s', (base, expected) => {
    expect(priceBaseMinor(base, line, 9900)).toBe(expected);
  });

  it('a line of which two of three went back measures a third', () => {
    expect(priceBaseMinor('anchor_line', { ...line, currentQuantity: 1 }, 9900)).toBe(900);
  });
});
