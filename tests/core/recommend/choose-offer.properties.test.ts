import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOffer, type OfferInput } from '#core/recommend/choose-offer';
import { catalogueProduct, idOf, offerInput } from './build-offer';

const follower = fc.record({
  number: fc.integer({ min: 2, max: 40 }),
  support: fc.integer({ min: 1, max: 60 }),
  others: fc.integer({ min: 60, max: 400 }),
  grade: fc.constantFrom('automatic' as const, 'popular' as const, 'thresholds_only' as const),
  priceMinor: fc.option(fc.integer({ min: 500, max: 14_000 })),
  isAvailable: fc.boolean(),
  isOwned: fc.boolean(),
});
const scene = fc.record({
  followers: fc.uniqueArray(follower, { selector: ({ number }) => number, maxLength: 20 }),
  touchNumber: fc.constantFrom(1 as const, 2 as const, 3 as const),
});

type Scene = Readonly<typeof scene extends fc.Arbitrary<infer Value> ? Value : never>;

const inputOf = ({ followers, touchNumber }: Scene, areAllAvailable = false): OfferInput =>
  offerInput(
    followers.map(({ number, support, others, grade, priceMinor, isAvailable }) => ({
      product: catalogueProduct(number, { priceMinor, isAvailable: isAvailable || areAllAvailable }),
      support,
      others,
      grade,
    })),
    { touchNumber, owned: new Set(followers.filter(({ isOwned }) => isOwned).map(({ number }) => number)) },
  );
const survivors = (input: OfferInput) =>
  chooseOffer(input)
    .trace.best.filter(({ reason }) => reason === null)
    .map(({ productId }) => productId);

describe('choosing, whatever the candidates', () => {
  it('raising stock never removes a product', () => {
    fc.assert(
      fc.property(scene, (any) => {
        expect(survivors(inputOf(any, true))).toEqual(expect.arrayContaining(survivors(inputOf(any))));
      }),
    );
  });

  it('equal input gives equal output, in whatever order the pairs are stored', () => {
    fc.assert(
      fc.property(scene, (any) => {
        const turned = { ...any, followers: any.followers.toReversed() };
        expect(chooseOffer(inputOf(turned))).toEqual(chooseOffer(inputOf(any)));
      }),
    );
  });

  it('what is offered is not owned, can be bought, and every candidate is accounted for once', () => {
    fc.assert(
      fc.property(scene, (any) => {
        const { chosen, considered, trace } = chooseOffer(inputOf(any));
        const offered = any.followers.find(({ number }) => idOf(number) === chosen?.productId);
        if (chosen) expect(offered).toMatchObject({ isOwned: false, isAvailable: true, grade: 'automatic' });
        const ids = [...trace.best.map(({ productId }) => productId), ...Object.values(trace.others).flat()];
        expect(ids.toSorted()).toEqual(any.followers.map(({ number }) => idOf(number)).toSorted());
        expect(considered).toBe(ids.length);
      }),
    );
  });
});
