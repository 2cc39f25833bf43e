import { describe, expect, it } from 'vitest';
import { chooseOffer, type OfferInput } from '#core/recommend/choose-offer';
import { buildLine, buildOrder } from '../../support/build-order';
import {
  ALL_BUYERS,
  catalogueProduct,
  idOf,
  offerInput,
  pairingRow,
  type Follower,
  withNamed,
} from './build-offer';

const ranked = (followers: ReadonlyArray<Follower>, over: Partial<OfferInput> = {}) =>
  chooseOffer(offerInput(followers, over)).trace.best.map(({ productId }) => productId);

describe('ranking', () => {
  it('whatever survives stands before whatever does not', () => {
    const strongButGone = { product: catalogueProduct(2, { isAvailable: false }), support: 60 };
    const moderate = { product: catalogueProduct(3), support: 5 };
    expect(ranked([strongButGone, moderate])).toEqual([idOf(3), idOf(2)]);
  });

  it('strong stands before moderate, though the moderate one scores higher', () => {
    const strong = { product: catalogueProduct(2), support: 10, others: 100 };
    const moderate = { product: catalogueProduct(3), support: 9, others: 10 };
    expect(ranked([moderate, strong])).toEqual([idOf(2), idOf(3)]);
  });

  it('touch 1 offers a moderate product when no strong one survives', () => {
    const strong = { product: catalogueProduct(2, { priceMinor: 9000 }), support: 50 };
    const moderate = { product: catalogueProduct(3), support: 5 };
    expect(chooseOffer(offerInput([strong, moderate])).chosen?.productId).toBe(idOf(3));
  });

  it('touch 1 prefers up to 40 % of the base within a tier, for repeat customers from 40 % on', () => {
    const cheap = { product: catalogueProduct(2, { priceMinor: 3000 }), support: 20 };
    const dear = { product: catalogueProduct(3, { priceMinor: 4500 }), support: 30 };
    expect(ranked([dear, cheap])).toEqual([idOf(2), idOf(3)]);
    expect(ranked([dear, cheap], { priceShare: { fromPercent: 40, toPercent: 50 } })).toEqual([
      idOf(3),
      idOf(2),
    ]);
    expect(ranked([dear, cheap], { touchNumber: 2 })).toEqual([idOf(3), idOf(2)]); // by score alone
  });

  it('within a tier the score decides, whatever the confidence', () => {
    const surer = { product: catalogueProduct(2), support: 30, score: 0.01 };
    const scoring = { product: catalogueProduct(3), support: 20, score: 0.02 };
    expect(ranked([surer, scoring])).toEqual([idOf(3), idOf(2)]);
    expect(ranked([{ ...surer, score: 0.03 }, scoring])).toEqual([idOf(2), idOf(3)]);
  });

  it('equals are told apart by product id', () => {
    expect(ranked([{ product: catalogueProduct(3) }, { product: catalogueProduct(2) }])).toEqual([
      idOf(2),
      idOf(3),
    ]);
  });
});

describe('the anchor (C32)', () => {
  const GRINDER = 5;
  const cup = catalogueProduct(2);
  const line = (lineId: string, number: number, valueMinor = 10_000) =>
    buildLine({ lineId, productId: idOf(number), valueMinor });

  /** Machine and grinder, each followed by the same cup. */
  const choose = (
    lines: OfferInput['lines'],
    supports: { readonly machine: number; readonly grinder: number },
    product = cup,
  ) => {
    const known = [catalogueProduct(1), catalogueProduct(GRINDER), product];
    return chooseOffer(
      withNamed({
        ...offerInput([], { order: buildOrder({ lines }) }),
        pairings: {
          table: 'same_order',
          allBuyers: ALL_BUYERS,
          uses: new Map(),
          rows: new Map([
            [1, pairingRow(1, [{ product, support: supports.machine }])],
            [GRINDER, pairingRow(GRINDER, [{ product, support: supports.grinder }])],
          ]),
        },
        catalogue: new Map(known.map((each) => [each.number, each])),
      }),
    );
  };

  it('is the line beside which the offer stands best, and the product is listed once', () => {
    const lines = [line('a', 1), line('b', GRINDER)];
    expect(choose(lines, { machine: 20, grinder: 30 }).anchorLine?.lineId).toBe('b');
    expect(choose(lines, { machine: 30, grinder: 20 }).anchorLine?.lineId).toBe('a');
    expect(choose(lines, { machine: 30, grinder: 20 }).considered).toBe(1);
  });

  it('is a line beside which the offer survives, though another pairing is stronger', () => {
    const lines = [line('a', 1, 100_000), line('b', GRINDER, 10_000)];
    const { anchorLine, chosen } = choose(lines, { machine: 50, grinder: 20 });
    expect(anchorLine?.lineId).toBe('b'); // 30.00 is 3 % of the machine's 1,000.00
    expect(chosen).toMatchObject({ anchorProductId: idOf(GRINDER), priceBaseMinor: 10_000, support: 20 });
  });

  it('of equal ones is the dearer line, then the lower id', () => {
    const both = { machine: 20, grinder: 20 };
    expect(choose([line('a', 1, 9000), line('b', GRINDER, 9500)], both).anchorLine?.lineId).toBe('b');
    expect(choose([line('b', GRINDER), line('a', 1)], both).anchorLine?.lineId).toBe('a');
  });

  it('is a line that the catalogue knows', () => {
    const lines = [line('a', 99), line('b', GRINDER)];
    expect(choose(lines, { machine: 20, grinder: 20 }).anchorLine?.lineId).toBe('b');
  });
});
