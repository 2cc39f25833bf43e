import { describe, expect, it } from 'vitest';
import { prepareHistory, signalsOf, weigh, weightShares } from '#core/recommend/score-signals';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { catalogueProduct } from './build-offer';

const cup = catalogueProduct(2, { category: 'Cups' });
const known = [cup, catalogueProduct(3, { category: 'Cups' }), catalogueProduct(4, { category: 'Beans' })];
const catalogue = new Map(
  [...known, catalogueProduct(5, { category: null })].map((each) => [each.number, each]),
);

const signals = (
  did: { readonly bought?: ReadonlyArray<number>; readonly lookedDaysBefore?: ReadonlyArray<number> } = {},
  product = cup,
  mined = { score: 0.05, best: 0.2 },
) => {
  const browsed = (did.lookedDaysBefore ?? []).map((days) => ({
    productNumber: 2,
    at: MONDAY - days * DAY_MS,
  }));
  return signalsOf(
    product,
    mined,
    prepareHistory({ boughtBefore: did.bought ?? [], browsed }, MONDAY, catalogue),
  );
};

describe('signals', () => {
  it('bought together: the mined score relative to the best one', () => {
    expect(signals().coOccurrence).toBe(0.25);
    expect(signals({}, cup, { score: 0.2, best: 0.2 }).coOccurrence).toBe(1);
    expect(signals({}, cup, { score: 0.3, best: 0.2 }).coOccurrence).toBe(1); // one that may not be offered
    expect(signals({}, cup, { score: 0, best: 0 }).coOccurrence).toBe(0);
  });

  it.each([
    [[], 0],
    [[0], 1],
    [[15], 0.75],
    [[30], 0.5],
    [[31], 0],
    [[-1], 0], // after the order
    [[20, 3], 0.95],
  ])('looked at %j days before the order: %d', (lookedDaysBefore, browse) => {
    expect(signals({ lookedDaysBefore }).browse).toBe(browse);
  });

  it.each([
    [[], 0],
    [[3], 1],
    [[4], 0],
    [[3, 4], 0.5],
    [[3, 3, 4], 0.5], // a product counts once
    [[3, 5, 99], 1], // neither category is known
  ])('of the products %j of earlier orders so many are of its category: %d', (bought, category) => {
    expect(signals({ bought }).category).toBe(category);
  });

  it('a product without a category has no share in what was bought', () => {
    expect(signals({ bought: [5] }, catalogueProduct(6, { category: null })).category).toBe(0);
  });

  it.each([
    [null, 0.5],
    [{ value: 5, count: 4 }, 0.5],
    [{ value: 5, count: 5 }, 1],
    [{ value: 4.75, count: 90 }, 0.5],
    [{ value: 4.5, count: 90 }, 0],
    [{ value: 2, count: 90 }, 0],
  ])('rated %j: %d', (rating, signal) => {
    expect(signals({}, { ...cup, rating }).rating).toBe(signal);
  });
});

describe('weights', () => {
  const all = { coOccurrence: 0.4, browse: 1, category: 0.5, rating: 0.2 };

  it('are .5, .2, .2 and .1 unless the merchant says otherwise', () => {
    expect(weigh(all, DEFAULT_SETTINGS.signals)).toBeCloseTo(0.5 * 0.4 + 0.2 * 1 + 0.2 * 0.5 + 0.1 * 0.2, 12);
  });

  it('count only in how they stand to each other', () => {
    const twice = { coOccurrencePercent: 100, browsePercent: 40, categoryPercent: 40, ratingPercent: 20 };
    expect(weigh(all, twice)).toBe(weigh(all, DEFAULT_SETTINGS.signals));
  });

  it('of 0 switch a signal off', () => {
    const only = { coOccurrencePercent: 0, browsePercent: 0, categoryPercent: 0, ratingPercent: 7 };
    expect(weigh(all, only)).toBe(0.2);
  });

  it('are shares of their sum: 30 of four times 30 is a quarter, and of 100 it is 30 %', () => {
    const even = { coOccurrencePercent: 30, browsePercent: 30, categoryPercent: 30, ratingPercent: 30 };
    expect(weightShares(even)).toEqual({ coOccurrence: 0.25, browse: 0.25, category: 0.25, rating: 0.25 });
    const uneven = { ...even, coOccurrencePercent: 50, browsePercent: 20, categoryPercent: 0 };
    expect(weightShares(uneven)).toEqual({ coOccurrence: 0.5, browse: 0.2, category: 0, rating: 0.3 });
  });
});
