import { describe, expect, it } from 'vitest';
import { chooseOffer, type OfferInput } from '#core/recommend/choose-offer';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { buildLine, buildOrder } from '../../support/build-order';
import { catalogueProduct, idOf, MACHINE, offerInput, type Follower } from './build-offer';

const CUP = 2;
const machineLine = buildLine({ productId: idOf(MACHINE) });

/** Why a cup for 30.00, strong and automatic, loses; null when it is offered. */
function reasonFor(
  follower: Partial<Follower> = {},
  over: Partial<OfferInput> = {},
): string | null | undefined {
  const { chosen, trace } = chooseOffer(offerInput([{ product: catalogueProduct(CUP), ...follower }], over));
  expect(chosen?.productId ?? null).toBe(trace.best[0]?.reason === null ? idOf(CUP) : null);
  return trace.best[0]?.reason;
}
const cup = (over: Parameters<typeof catalogueProduct>[1]) => ({ product: catalogueProduct(CUP, over) });
const withSettings = (over: Partial<OfferInput['settings']>) => ({
  settings: { ...DEFAULT_SETTINGS, ...over },
});

describe('what a candidate must pass', () => {
  it('a strong, automatic, available product inside the band is offered', () => {
    expect(reasonFor()).toBeNull();
  });

  it('in the trigger order, even when that line was returned', () => {
    const inOrder = (productId: string) => ({
      order: buildOrder({ lines: [machineLine, buildLine({ lineId: 'b', productId, currentQuantity: 0 })] }),
      lines: [machineLine],
    });
    expect(reasonFor({}, inOrder(idOf(CUP)))).toBe('in_trigger_order');
    expect(reasonFor({}, inOrder(idOf(77)))).toBeNull();
  });

  it('in the trigger order as the bundle that its lines came in (C43)', () => {
    const inBundle = (productId: string) => {
      const bundle = { bundleId: 'kit', productId, title: 'Kit', quantity: 1 };
      return { order: buildOrder({ lines: [{ ...machineLine, bundle }] }), lines: [machineLine] };
    };
    expect(reasonFor({}, inBundle(idOf(CUP)))).toBe('in_trigger_order');
    expect(reasonFor({}, inBundle(idOf(77)))).toBeNull();
  });

  it('owned from an earlier order (C33)', () => {
    expect(reasonFor({}, { owned: new Set([CUP]) })).toBe('already_owns');
    expect(reasonFor({}, { owned: new Set([77]) })).toBeNull();
  });

  it.each([
    ['the same thing under another listing (C37)', 'same_thing', 'equivalent_owned'],
    ['another size of the same model (C36)', 'same_model', 'equivalent_owned'],
    ['a bundle that holds it (C44)', 'contains_it', 'contains_owned'],
  ] as const)('%s, in the order or owned', (_, likeness, reason) => {
    expect(reasonFor({}, { alike: new Map([[CUP, likeness]]) })).toBe(reason);
    expect(reasonFor({}, { alike: new Map([[77, likeness]]) })).toBeNull();
    const { trace } = chooseOffer(
      offerInput([{ product: catalogueProduct(CUP) }], { alike: new Map([[CUP, likeness]]) }),
    );
    expect(trace.best[0]?.labels).toEqual([likeness]);
  });

  it('another size that the merchant paired is an upgrade; the same thing twice never is', () => {
    const input = offerInput([{ product: catalogueProduct(CUP) }]);
    const curated = (alike: OfferInput['alike']) =>
      reasonFor(
        {},
        { alike, pairings: { ...input.pairings, uses: new Map([[MACHINE, new Map([[CUP, 'curated']])]]) } },
      );
    expect(curated(new Map([[CUP, 'same_model']]))).toBeNull();
    expect(curated(new Map([[CUP, 'same_thing']]))).toBe('equivalent_owned');
  });

  it('given back a short while ago (C34)', () => {
    expect(reasonFor({}, { returned: new Set([CUP]) })).toBe('returned_recently');
    expect(reasonFor({}, { returned: new Set([77]) })).toBeNull();
    expect(reasonFor({}, { returned: new Set([CUP]), owned: new Set([CUP]) })).toBe('already_owns');
  });

  it.each([
    ['same_thing', 'already_recommended_in_sequence'],
    ['same_model', 'already_recommended_in_sequence'],
    ['contains_it', null],
  ] as const)('%s as what was offered earlier in the sequence: %s', (likeness, reason) => {
    expect(reasonFor({}, { alikeOffered: new Map([[CUP, likeness]]) })).toBe(reason);
  });

  it('offered earlier in the sequence', () => {
    expect(reasonFor({}, { earlierOffers: [idOf(CUP)] })).toBe('already_recommended_in_sequence');
    expect(reasonFor({}, { earlierOffers: [idOf(77)] })).toBeNull();
  });

  it('excluded by the merchant', () => {
    const excluding = (id: string) =>
      withSettings({ trigger: { ...DEFAULT_SETTINGS.trigger, excludedProductIds: [id] } });
    expect(reasonFor({}, excluding(idOf(CUP)))).toBe('excluded_list');
    expect(reasonFor({}, excluding(idOf(77)))).toBeNull();
  });

  it('weak below 4 %, moderate from it', () => {
    const affinity = { ...DEFAULT_SETTINGS.affinity, minimumSupport: 3 };
    expect(reasonFor({ support: 3 }, withSettings({ affinity }))).toBe('weak_tier');
    expect(reasonFor({ support: 4 }, withSettings({ affinity }))).toBeNull();
  });

  it.each(['popular', 'thresholds_only'] as const)(
    '%s evidence (C45), unless the merchant lets the tier alone decide',
    (grade) => {
      const tierAlone = { affinity: { ...DEFAULT_SETTINGS.affinity, requireEvidence: false } };
      expect(reasonFor({ grade })).toBe('not_significant');
      expect(reasonFor({ grade }, withSettings(tierAlone))).toBeNull();
    },
  );

  it('too few orders for a tier (C46), even when the tier alone decides', () => {
    const settings = (minimumSupport: number) =>
      withSettings({ affinity: { ...DEFAULT_SETTINGS.affinity, requireEvidence: false, minimumSupport } });
    expect(reasonFor({ support: 20 }, settings(21))).toBe('not_significant');
    expect(reasonFor({ support: 20 }, settings(20))).toBeNull();
  });

  it('not published (C38), out of stock (C39), without a price (C26)', () => {
    expect(reasonFor(cup({ isPublished: false }))).toBe('not_published');
    expect(reasonFor(cup({ isAvailable: false }))).toBe('out_of_stock');
    expect(reasonFor(cup({ priceMinor: null }))).toBe('no_price_in_currency');
  });

  it.each([
    [4.4, 5, 'rating_low'],
    [4.5, 5, null],
    [4.4, 4, null], // too few reviews are no rating
  ])('rated %f by %i (C54): %s', (value, count, reason) => {
    expect(reasonFor(cup({ rating: { value, count } }))).toBe(reason);
  });

  it('without a rating passes (C54), unless the merchant asks for one', () => {
    const unrated = { offers: { ...DEFAULT_SETTINGS.offers, unrated: false } };
    for (const rating of [null, { value: 5, count: 4 }]) {
      expect(reasonFor(cup({ rating }))).toBeNull();
      expect(reasonFor(cup({ rating }), withSettings(unrated))).toBe('rating_low');
    }
    expect(reasonFor(cup({ rating: { value: 4.5, count: 5 } }), withSettings(unrated))).toBeNull();
  });

  it.each([
    [4, false, false, null],
    [3, false, false, 'out_of_stock'], // three are kept back
    [0, true, false, 'out_of_stock'], // sells on, but the merchant offers no backorders
    [0, true, true, null],
    [-5, true, true, null],
    [0, false, true, 'out_of_stock'],
    [null, false, false, null], // nobody counts it
  ])(
    '%s left, sells past its stock: %s, backorders offered: %s (C39): %s',
    (stock, past, backorders, reason) => {
      const offers = { ...DEFAULT_SETTINGS.offers, backorders };
      expect(reasonFor(cup({ stock, sellsPastStock: past }), withSettings({ offers }))).toBe(reason);
    },
  );

  it('as many as the merchant keeps back (C39)', () => {
    const keeping = (keepInStock: number) =>
      withSettings({ offers: { ...DEFAULT_SETTINGS.offers, keepInStock } });
    expect(reasonFor(cup({ stock: 1 }), keeping(0))).toBeNull();
    expect(reasonFor(cup({ stock: 1 }), keeping(1))).toBe('out_of_stock');
  });

  it('of unknown cost under a smallest margin, where the merchant wants it known (C42)', () => {
    const settings = (unknownCost: boolean, marginFloorPercent: number) =>
      withSettings({
        price: { ...DEFAULT_SETTINGS.price, marginFloorPercent },
        offers: { ...DEFAULT_SETTINGS.offers, unknownCost },
      });
    expect(reasonFor(cup({ costMinor: null }), settings(false, 30))).toBe('cost_unknown');
    expect(reasonFor(cup({ costMinor: null }), settings(true, 30))).toBeNull();
    expect(reasonFor(cup({ costMinor: null }), settings(false, 0))).toBeNull();
    expect(reasonFor(cup({ costMinor: 1000 }), settings(false, 30))).toBeNull();
  });

  it('outside the price band, which is never loosened for want of others', () => {
    expect(reasonFor(cup({ priceMinor: 5001 }))).toBe('price_band');
    expect(reasonFor(cup({ priceMinor: 5000 }))).toBeNull();
  });

  it('of two reasons the earlier one is given', () => {
    expect(reasonFor(cup({ isPublished: false, isAvailable: false, priceMinor: null }))).toBe(
      'not_published',
    );
    expect(reasonFor({ ...cup({ isPublished: false }), grade: 'popular' }, { owned: new Set([CUP]) })).toBe(
      'already_owns',
    );
  });
});

describe('touch 2 leaves the category (C53)', () => {
  const second = (follower: Partial<Follower>, over: Partial<OfferInput> = {}) =>
    chooseOffer(offerInput([{ product: catalogueProduct(CUP), ...follower }], { touchNumber: 2, ...over }))
      .trace.best[0];

  it('the anchor’s own category loses, another does not', () => {
    expect(second(cup({ category: 'Category 1' }))?.reason).toBe('same_category');
    expect(second(cup({ category: 'Category 2' }))).toMatchObject({
      reason: null,
      labels: [],
      table: 'next_order',
    });
  });

  it('where no other category has anything, the merchant may let it stay (C53)', () => {
    const staying = withSettings({ offers: { ...DEFAULT_SETTINGS.offers, sameCategory: true } });
    const same = cup({ category: 'Category 1' });
    expect(second(same, staying)).toMatchObject({ reason: null, labels: ['category_kept'] });
    expect(second(same)).toMatchObject({ reason: 'same_category', labels: [] });
    expect(second(cup({ category: 'Category 2' }), staying)).toMatchObject({ reason: null, labels: [] });
  });

  it('and what stays is no better than what leaves, if anything does (C53)', () => {
    const settings = { ...DEFAULT_SETTINGS, offers: { ...DEFAULT_SETTINGS.offers, sameCategory: true } };
    const strong = { product: catalogueProduct(CUP, { category: 'Category 1' }), support: 40 };
    const other = { product: catalogueProduct(3), support: 12 };
    const { chosen } = chooseOffer(offerInput([strong, other], { touchNumber: 2, settings }));
    expect(chosen?.productId).toBe(idOf(3));
  });

  it('touch 1 may stay in the category', () => {
    expect(reasonFor(cup({ category: 'Category 1' }))).toBeNull();
  });

  it('the category of what touch 1 offered loses too', () => {
    const offered = catalogueProduct(9, { category: 'Filters' });
    const { catalogue } = offerInput([
      { product: catalogueProduct(CUP, { category: 'Filters' }) },
      { product: offered },
    ]);
    expect(second(cup({ category: 'Filters' }), { catalogue, earlierOffers: [idOf(9)] })?.reason).toBe(
      'same_category',
    );
    expect(second(cup({ category: 'Filters' }))?.reason).toBeNull();
  });

  it('an unknown category passes with a label', () => {
    expect(second(cup({ category: null }))).toMatchObject({ reason: null, labels: ['category_unknown'] });
    expect(second({}, { earlierOffers: [idOf(77)] })).toMatchObject({
      reason: null,
      labels: ['category_unknown'],
    });
  });

  it('two unknown categories are not the same category', () => {
    const nameless = offerInput([cup({ category: null })], { touchNumber: 2 }).catalogue;
    const catalogue = new Map(
      [...nameless].map(([number, product]) => [number, { ...product, category: null }]),
    );
    expect(second({}, { catalogue })).toMatchObject({ reason: null, labels: ['category_unknown'] });
  });

  it('touch 1 does not ask for categories, so it labels nothing', () => {
    const [best] = chooseOffer(offerInput([cup({ category: null })])).trace.best;
    expect(best).toMatchObject({ reason: null, labels: [] });
  });

  it('may cost up to 125 % of the base', () => {
    expect(second(cup({ priceMinor: 12_500 }))?.reason).toBeNull();
    expect(second(cup({ priceMinor: 12_501 }))?.reason).toBe('price_band');
  });
});
