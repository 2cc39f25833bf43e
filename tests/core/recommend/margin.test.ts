import { describe, expect, it } from 'vitest';
import { chooseOffer } from '#core/recommend/choose-offer';
import { keepsMargin, marginStanding } from '#core/recommend/margin';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { catalogueProduct, idOf, MACHINE, offerInput, withNamed } from './build-offer';

const withFloor = (marginFloorPercent: number) => ({
  ...DEFAULT_SETTINGS,
  price: { ...DEFAULT_SETTINGS.price, marginFloorPercent },
});
/** A cup for 30.00 at a cost. */
const reasonAt = (costMinor: number | null, floor: number) =>
  chooseOffer(offerInput([{ product: catalogueProduct(2, { costMinor }) }], { settings: withFloor(floor) }))
    .trace.best[0]?.reason;

describe('the smallest margin (R7)', () => {
  it.each([
    [2100, 30, true], // exactly 30 %
    [2101, 30, false],
    [3300, 0, true], // no limit: even a loss
    [3300, 1, false],
    [null, 30, null],
    [null, 0, true],
  ])('a cost of %s under a floor of %s %% keeps it: %s', (costMinor, floor, keeps) => {
    expect(keepsMargin({ priceMinor: 3000, costMinor }, floor)).toBe(keeps);
  });

  it('stands as the part of the price that the cost leaves, with decimals where it nearly meets the floor', () => {
    const standing = (costMinor: number | null, priceMinor: number | null = 3000) =>
      marginStanding({ priceMinor, costMinor }, 30);
    expect(standing(1200)).toEqual({ share: 0.6, digits: 1, isKept: true });
    expect(standing(2101)).toMatchObject({ digits: 2, isKept: false }); // 29.97 %, not 30.0
    expect(standing(3600)).toMatchObject({ isKept: false });
    expect(standing(null)).toEqual({ share: null, digits: 0, isKept: true });
    expect(standing(1200, null)).toBeNull();
    expect(standing(1200, 0)).toBeNull();
  });

  it('keeps a product from being offered; one cent less of cost and it is offered', () => {
    expect(reasonAt(2101, 30)).toBe('margin_floor');
    expect(reasonAt(2100, 30)).toBeNull();
    expect(reasonAt(2101, 29)).toBeNull();
  });

  it('lets a product of unknown cost pass at its own price', () => {
    expect(reasonAt(null, 30)).toBeNull();
  });
});

describe('a subscription discount under the smallest margin', () => {
  const beans = (costMinor: number | null, floor: number) => {
    const plan = { sellingPlanId: 'p', name: 'Monthly', percentOff: 10 };
    const input = offerInput([], { touchNumber: 3, settings: withFloor(floor) });
    const product = catalogueProduct(MACHINE, {
      priceMinor: 10_000,
      costMinor,
      productType: 'Coffee',
      category: 'Food > Coffee',
      sellingPlans: [plan],
    });
    const settings = { ...input.settings, productTypes: { 'Food > Coffee': 'consumable' as const } };
    return chooseOffer(withNamed({ ...input, settings, catalogue: new Map([[MACHINE, product]]) }));
  };

  it('is quoted where the reduced price keeps it', () => {
    expect(beans(6300, 30)).toMatchObject({
      product: { productId: idOf(MACHINE) },
      sellingPlan: { name: 'Monthly' },
    });
  });

  it('is left out where only the full price keeps it, or where nobody knows the cost', () => {
    expect(beans(6301, 30)).toMatchObject({ product: { productId: idOf(MACHINE) }, sellingPlan: null });
    expect(beans(null, 30)).toMatchObject({ product: { productId: idOf(MACHINE) }, sellingPlan: null });
    expect(beans(null, 0)).toMatchObject({ sellingPlan: { name: 'Monthly' } });
  });

  it('does not help where the full price does not keep it either', () => {
    expect(beans(7001, 30)).toMatchObject({ product: null, trace: { best: [{ reason: 'margin_floor' }] } });
  });
});
