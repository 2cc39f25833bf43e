import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOffer, type OfferInput } from '#core/recommend/choose-offer';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { catalogueProduct, idOf, MACHINE, offerInput, type Follower } from './build-offer';

const strong = { product: catalogueProduct(2), support: 40, score: 0.2 };
const other = { product: catalogueProduct(3), support: 9, score: 0.16 }; // moderate
const looked = { boughtBefore: [], browsed: [{ productNumber: 3, at: MONDAY - DAY_MS }] };

const choose = (followers: ReadonlyArray<Follower>, over: Partial<OfferInput> = {}) =>
  chooseOffer(offerInput(followers, { touchNumber: 3, ...over }));
const ranked = (...given: Parameters<typeof choose>) =>
  choose(...given).trace.best.map(({ productId }) => productId);

describe('touches 2 and 3', () => {
  it.each([2, 3] as const)(
    'touch %i ranks what the buyer looked at before what is stronger',
    (touchNumber) => {
      expect(ranked([strong, other], { touchNumber })).toEqual([idOf(2), idOf(3)]);
      expect(ranked([strong, other], { touchNumber, history: looked })).toEqual([idOf(3), idOf(2)]);
    },
  );

  it('touch 1 ranks by tier and mined score, whatever the buyer looked at, and keeps no signals', () => {
    const { trace } = choose([strong, other], { touchNumber: 1, history: looked });
    expect(trace.best).toMatchObject([
      { productId: idOf(2), score: 0.2, signals: null },
      { productId: idOf(3), score: 0.16, signals: null },
    ]);
    expect(trace.weights).toBeNull();
  });

  it('the trace keeps every score part and the weights', () => {
    const { trace } = choose([strong, other], { history: looked });
    const [first] = trace.best;
    expect(first?.signals).toEqual({
      coOccurrence: 0.8,
      browse: expect.closeTo(1 - 1 / 60, 5),
      category: 0,
      rating: 0.6,
    });
    expect(first?.score).toBeCloseTo(0.5 * 0.8 + 0.2 * (1 - 1 / 60) + 0.1 * 0.6, 5);
    expect(trace.weights).toEqual(DEFAULT_SETTINGS.signals);
  });

  it('a weight of 0 leaves what the buyer looked at out of account', () => {
    const signals = { ...DEFAULT_SETTINGS.signals, browsePercent: 0 };
    const settings = { ...DEFAULT_SETTINGS, signals };
    expect(ranked([strong, other], { settings, history: looked })).toEqual([idOf(2), idOf(3)]);
  });

  it('of two that weigh the same the one that is bought together more often stands first', () => {
    const none = { coOccurrencePercent: 0, browsePercent: 0, categoryPercent: 0, ratingPercent: 100 };
    const settings = { ...DEFAULT_SETTINGS, signals: none };
    const later = { ...strong, product: catalogueProduct(4) };
    expect(ranked([later, other], { settings })).toEqual([idOf(4), idOf(3)]);
    expect(ranked([{ ...later, score: 0.16 }, other], { settings })).toEqual([idOf(3), idOf(4)]); // by product id
  });

  it('a bestseller that may not be offered makes no survivor small', () => {
    const gone = { product: catalogueProduct(9, { isAvailable: false }), score: 0.9 };
    const { trace } = choose([gone, strong, other]);
    expect(trace.best).toMatchObject([
      { productId: idOf(2), signals: { coOccurrence: 1 } },
      { productId: idOf(3), signals: { coOccurrence: 0.8 } },
      { productId: idOf(9), reason: 'out_of_stock', signals: { coOccurrence: 1 } },
    ]);
  });

  it('what the merchant pinned comes first, whatever the signals say', () => {
    const input = offerInput([strong, other], { touchNumber: 3 });
    const uses = new Map([[MACHINE, new Map([[3, 'pinned' as const]])]]);
    expect(chooseOffer({ ...input, pairings: { ...input.pairings, uses } }).product?.number).toBe(3);
    expect(chooseOffer(input).product?.number).toBe(2);
  });

  it.each([
    { support: 2 }, // too few orders
    { grade: 'popular' as const },
  ])('signals let nothing through that the gates hold back: %j', (over) => {
    const { trace } = choose([strong, { ...other, ...over }], { history: looked });
    expect(trace.best.find(({ productId }) => productId === idOf(3))?.reason).toBe('not_significant');
    expect(choose([strong, other], { history: looked }).product?.number).toBe(3);
  });

  it('the same product again is not weighed', () => {
    const settings = { ...DEFAULT_SETTINGS, productTypes: { [idOf(MACHINE)]: 'consumable' as const } };
    expect(choose([strong], { settings }).trace).toMatchObject({
      best: [{ table: 'replenishment', signals: null }],
      weights: null,
    });
  });
});

const RATINGS = [4.5, 4.6, 4.8, 5];
const candidate = fc.record({
  number: fc.integer({ min: 2, max: 30 }),
  score: fc.double({ min: 0, max: 0.5, noNaN: true }),
  lookedDaysBefore: fc.option(fc.integer({ min: 1, max: 29 })),
  category: fc.integer({ min: 0, max: 3 }),
  rating: fc.integer({ min: 0, max: RATINGS.length - 1 }),
});
const percent = fc.integer({ min: 0, max: 100 });
const scene = fc.record({
  candidates: fc.uniqueArray(candidate, { selector: ({ number }) => number, minLength: 2, maxLength: 12 }),
  bought: fc.array(fc.integer({ min: 100, max: 103 }), { minLength: 1, maxLength: 6 }),
  weights: fc
    .record({
      coOccurrencePercent: percent,
      browsePercent: percent,
      categoryPercent: percent,
      ratingPercent: percent,
    })
    .filter((weights) => Object.values(weights).some((weight) => weight > 0)),
  touchNumber: fc.constantFrom(2 as const, 3 as const),
});
type Candidate = Readonly<typeof candidate extends fc.Arbitrary<infer Value> ? Value : never>;
type Scene = Readonly<typeof scene extends fc.Arbitrary<infer Value> ? Value : never>;

const HISTORY_PRODUCTS = [100, 101, 102, 103].map((number) =>
  catalogueProduct(number, { category: `Group ${number - 100}` }),
);

function chooseIn({ candidates, bought, weights, touchNumber }: Scene) {
  const followers = candidates.map(({ number, score, category, rating }) => ({
    score,
    product: catalogueProduct(number, {
      category: `Group ${category}`,
      rating: { value: RATINGS[rating] ?? 0, count: 10 },
    }),
  }));
  const browsed = candidates.flatMap(({ number, lookedDaysBefore }) =>
    lookedDaysBefore === null ? [] : [{ productNumber: number, at: MONDAY - lookedDaysBefore * DAY_MS }],
  );
  const input = offerInput(followers, {
    touchNumber,
    settings: { ...DEFAULT_SETTINGS, signals: weights },
    history: { boughtBefore: bought, browsed },
  });
  const catalogue = new Map([
    ...input.catalogue,
    ...HISTORY_PRODUCTS.map((product) => [product.number, product] as const),
  ]);
  return chooseOffer({ ...input, catalogue });
}
const placeOf = (number: number, given: Scene) =>
  chooseIn(given).trace.best.findIndex(({ productId }) => productId === idOf(number));

describe('weighing, whatever the candidates and weights', () => {
  const raises: ReadonlyArray<readonly [string, (one: Candidate) => Candidate]> = [
    ['the mined score', (one) => ({ ...one, score: one.score + 0.1 })],
    [
      'how lately it was looked at',
      (one) => ({ ...one, lookedDaysBefore: Math.ceil((one.lookedDaysBefore ?? 29) / 2) }),
    ],
    ['its rating', (one) => ({ ...one, rating: Math.min(RATINGS.length - 1, one.rating + 1) })],
  ];

  it.each(raises)('raising %s never lowers a product', (_, raise) => {
    fc.assert(
      fc.property(scene, (any) => {
        const [one] = any.candidates;
        if (!one) return;
        const raised = { ...any, candidates: [raise(one), ...any.candidates.slice(1)] };
        expect(placeOf(one.number, raised)).toBeLessThanOrEqual(placeOf(one.number, any));
      }),
    );
  });

  it('having bought more of its category alone never lowers a product', () => {
    fc.assert(
      fc.property(scene, (any) => {
        const [one] = any.candidates;
        if (!one) return;
        const candidates = [one, ...any.candidates.slice(1).map((each) => ({ ...each, category: 4 }))];
        const before = { ...any, candidates };
        const after = { ...before, bought: [...any.bought, 100 + one.category] };
        expect(placeOf(one.number, after)).toBeLessThanOrEqual(placeOf(one.number, before));
      }),
    );
  });

  it('equal input gives equal output, in whatever order candidates and looks come', () => {
    fc.assert(
      fc.property(scene, (any) => {
        const turned = {
          ...any,
          candidates: any.candidates.toReversed(),
          bought: any.bought.toReversed(),
        };
        expect(chooseIn(turned)).toEqual(chooseIn(any));
      }),
    );
  });
});
