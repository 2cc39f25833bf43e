import { describe, expect, it } from 'vitest';
import { chooseOffer, pairingTableOf, type OfferInput } from '#core/recommend/choose-offer';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { buildLine, buildOrder } from '../../support/build-order';
import { catalogueProduct, idOf, MACHINE, offerInput, withNamed } from './build-offer';

describe('choosing an offer', () => {
  it('gives the product, its anchor and the score parts', () => {
    const product = catalogueProduct(2);
    const choice = chooseOffer(offerInput([{ product, support: 20, others: 100, score: 0.0625 }]));
    expect(choice.product).toBe(product);
    expect(choice.anchorProduct?.number).toBe(MACHINE);
    expect(choice.sellingPlan).toBeNull();
    expect(choice.chosen).toMatchObject({
      productId: idOf(2),
      anchorProductId: idOf(MACHINE),
      table: 'same_order',
      tier: 'strong',
      grade: 'automatic',
      support: 20,
      anchorBuyers: 100,
      confidence: 0.2,
      ruleLift: 2,
      priceMinor: 3000,
      priceBaseMinor: 10_000,
      score: 0.0625,
      reason: null,
    });
  });

  it('without pairings nothing is offered, never a random product (C48)', () => {
    expect(chooseOffer(offerInput([]))).toMatchObject({ chosen: null, anchorLine: null, considered: 0 });
  });

  it('touch 2 looks at what is bought next, the others at what is bought together', () => {
    expect([1, 2, 3].map((touch) => pairingTableOf(touch === 1 ? 1 : touch === 2 ? 2 : 3))).toEqual([
      'same_order',
      'next_order',
      'same_order',
    ]);
  });

  it('keeps the best 20 in full and of the others the ids under their reasons, in rank order', () => {
    const products = Array.from({ length: 60 }, (_, at) =>
      catalogueProduct(at + 100, { isPublished: at < 50, priceMinor: 3000 + at }),
    );
    const { trace, considered } = chooseOffer(offerInput(products.map((product) => ({ product }))));
    expect(considered).toBe(60);
    expect(trace.best).toHaveLength(20);
    expect(trace.best.every(({ reason }) => reason === null)).toBe(true);
    expect(trace.others.ranked_lower).toEqual(products.slice(20, 50).map(({ productId }) => productId));
    expect(trace.others.not_published).toEqual(products.slice(50).map(({ productId }) => productId));
  });
});

describe('touch 3', () => {
  const BEANS = 7;
  const beans = catalogueProduct(BEANS, {
    category: 'Food, Beverages & Tobacco > Beverages > Coffee',
    sellingPlans: [{ sellingPlanId: 'plan', name: 'Monthly', percentOff: 12 }],
  });
  const cup = catalogueProduct(2, { category: 'Home & Garden > Kitchen & Dining > Tableware' });
  const machineLine = buildLine({ lineId: 'a', productId: idOf(MACHINE) });
  const beansLine = buildLine({ lineId: 'b', productId: idOf(BEANS), valueMinor: 1500, unitMinor: 1500 });

  const third = (lines: OfferInput['lines'], over: Partial<OfferInput> = {}, beansNow = beans) => {
    const input = offerInput([{ product: cup }], { touchNumber: 3, order: buildOrder({ lines }) });
    const catalogue = new Map([...input.catalogue, [BEANS, beansNow]]);
    return chooseOffer(withNamed({ ...input, catalogue, ...over }));
  };

  it('offers a consumable again, owned as it is, with the selling plan to quote (C35)', () => {
    const choice = third([beansLine], { owned: new Set([BEANS]) });
    expect(choice).toMatchObject({
      product: { number: BEANS },
      sellingPlan: { percentOff: 12 },
      isOneTime: false,
    });
    expect(choice.chosen).toMatchObject({ table: 'replenishment', tier: null, ruleLift: null, reason: null });
  });

  it('offers it again, though the customer has the same thing under another listing too (C33)', () => {
    const choice = third([beansLine], {
      owned: new Set([BEANS, 9]),
      alike: new Map([[BEANS, 'same_thing']]),
    });
    expect(choice.chosen).toMatchObject({ productId: idOf(BEANS), labels: [], reason: null });
  });

  it('quotes no plan that saves less than 10 or more than 15 %', () => {
    const plan = { sellingPlanId: 'plan', name: 'Monthly', percentOff: 20 };
    const choice = third([beansLine], {}, { ...beans, sellingPlans: [plan] });
    expect(choice.sellingPlan).toBeNull();
    expect(choice.chosen?.productId).toBe(idOf(BEANS));
  });

  it('quotes no plan beside an accessory, though it has one', () => {
    const product = { ...cup, sellingPlans: beans.sellingPlans };
    const choice = chooseOffer(offerInput([{ product }], { touchNumber: 3 }));
    expect(choice).toMatchObject({ chosen: { table: 'same_order' }, sellingPlan: null });
  });

  it.each([
    [{ isPublished: false }, 'not_published'],
    [{ isAvailable: false }, 'out_of_stock'],
    [{ stock: 3 }, 'out_of_stock'],
    [{ priceMinor: null }, 'no_price_in_currency'],
  ])('does not offer a consumable that cannot be bought: %j', (over, reason) => {
    const choice = third([beansLine], {}, { ...beans, ...over });
    expect(choice.chosen).toBeNull();
    expect(choice.trace.best[0]?.reason).toBe(reason);
  });

  it('does not nudge somebody who already subscribes (C11)', () => {
    expect(third([{ ...beansLine, sellingPlanId: 'plan' }]).considered).toBe(0);
    expect(third([beansLine]).considered).toBe(1);
  });

  it('in a mixed order the consumable speaks, for touch 3 is timed by it', () => {
    expect(third([machineLine, beansLine]).chosen?.productId).toBe(idOf(BEANS));
  });

  it('of two consumables the dearer line is offered again, each product listed once', () => {
    const tea = catalogueProduct(8, { category: 'Tea' });
    const teaLine = buildLine({ lineId: 'c', productId: idOf(8), valueMinor: 2000 });
    const catalogue = new Map([
      [BEANS, beans],
      [8, tea],
    ]);
    const choice = third([beansLine, teaLine, { ...teaLine, lineId: 'd' }], { catalogue });
    expect(choice.chosen?.productId).toBe(idOf(8));
    expect(choice.anchorLine?.lineId).toBe('c');
    expect(choice.considered).toBe(2);
  });

  it('offers an accessory to a durable, at any price, but none offered before or owned', () => {
    const dear = { product: catalogueProduct(2, { priceMinor: 50_000 }) };
    const durable = (over: Partial<OfferInput> = {}) =>
      chooseOffer(offerInput([dear], { touchNumber: 3, ...over }));
    expect(durable().chosen).toMatchObject({ productId: idOf(2), table: 'same_order' });
    expect(durable({ earlierOffers: [idOf(2)] }).chosen).toBeNull();
    expect(durable({ owned: new Set([2]) }).chosen).toBeNull();
  });

  it('offers nothing to a one-time product', () => {
    const settings = { ...DEFAULT_SETTINGS, productTypes: { [idOf(MACHINE)]: 'one_time' as const } };
    expect(chooseOffer(offerInput([{ product: cup }], { touchNumber: 3, settings }))).toMatchObject({
      chosen: null,
      isOneTime: true,
      considered: 0,
    });
    expect(chooseOffer(offerInput([{ product: cup }], { touchNumber: 3 })).isOneTime).toBe(false);
  });
});
