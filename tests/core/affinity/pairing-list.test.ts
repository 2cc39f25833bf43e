import { describe, expect, it } from 'vitest';
import { shareDigits, wilsonLower, wilsonUpper } from '#core/affinity/measures';
import type { NumberedOverride } from '#core/affinity/override';
import type { EvidenceGrade, PairingMining } from '#core/affinity/pairing';
import { listPairings, summarisePairings } from '#core/affinity/pairing-list';
import { priceStanding } from '#core/recommend/price-standing';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { indexLikeness } from '../../support/index-likeness';
import { catalogueProduct, idOf } from '../recommend/build-offer';

const catalogue = [1, 2, 3].map((number) => catalogueProduct(number));

/** Product 1 is followed by product 2, by `support` of `buyers`. */
function table(support: number, buyers: number, grade: EvidenceGrade = 'automatic'): PairingMining {
  const row = {
    antecedent: 1,
    buyers,
    consequents: [2],
    support: [support],
    consequentBuyers: [300],
    grades: [grade],
    scores: [1000],
  };
  return { table: 'same_order', windowFrom: 0, windowTo: 1, orders: 9000, allBuyers: 20_000, rows: [row] };
}
function override(
  use: NumberedOverride['use'],
  consequent = 2,
  endsAt: number | null = null,
): NumberedOverride {
  const products = { antecedent: 1, consequent, antecedentId: idOf(1), consequentId: idOf(consequent) };
  const who = { savedBy: 'merchant', savedAt: 0 };
  return { ...products, ...who, table: 'same_order', use, note: '', startsAt: null, endsAt };
}
const list = (mined: PairingMining, overrides: ReadonlyArray<NumberedOverride> = []) =>
  listPairings({
    tables: [mined],
    overrides,
    catalogue,
    likeness: indexLikeness(catalogue),
    settings: DEFAULT_SETTINGS,
    now: 100,
  });

describe('what becomes of a pairing', () => {
  it.each([
    [table(1000, 10_000), 'strong', 'automatic'],
    [table(999, 10_000), 'moderate', 'automatic'],
    [table(399, 10_000), 'weak', 'not_used'],
    [table(1000, 10_000, 'popular'), 'strong', 'not_used'],
    [table(4, 10), 'few_orders', 'not_used'],
  ] as const)('its counts decide: %#', (mined, standing, use) => {
    expect(list(mined)).toMatchObject([{ standing, use }]);
  });

  it('the merchant decides above the counts, as long as the decision holds', () => {
    expect(list(table(399, 10_000), [override('pinned')])).toMatchObject([
      { use: 'pinned', standing: 'weak' },
    ]);
    expect(list(table(399, 10_000), [override('pinned', 2, 100)])).toMatchObject([
      { use: 'not_used', override: { use: 'pinned' } },
    ]);
    expect(list(table(1000, 10_000), [override('blocked')])).toMatchObject([
      { use: 'blocked', standing: 'excluded', tier: 'strong' },
    ]);
  });

  it.each([
    ['the same thing', { skus: ['A'] }, 'alike', 'alike'],
    ['a bundle with it', { componentIds: [idOf(1)] }, 'alike', 'alike'],
    ['another size', { title: 'Mug, 50 cl', category: 'Cups' }, 'alike', 'pinned'],
    ['another model', { title: 'Mug, oak', category: 'Cups' }, 'automatic', 'pinned'],
  ] as const)(
    '%s is never offered, another size where the merchant wants it (C36, C37)',
    (_, over, mined, pinned) => {
      const bought = catalogueProduct(1, { skus: ['a'], title: 'Mug, 25 cl', category: 'Cups' });
      const products = [bought, catalogueProduct(2, over)];
      const useOf = (overrides: ReadonlyArray<NumberedOverride>) =>
        listPairings({
          tables: [table(1000, 10_000)],
          overrides,
          catalogue: products,
          likeness: indexLikeness(products),
          settings: DEFAULT_SETTINGS,
          now: 100,
        });
      const standing = mined === 'alike' ? 'excluded' : 'strong';
      expect(useOf([])).toMatchObject([{ use: mined, standing, tier: 'strong' }]);
      expect(useOf([override('pinned')])).toMatchObject([{ use: pinned }]);
    },
  );

  it('a pairing of their own that was never counted is listed without counts', () => {
    expect(list(table(1000, 10_000), [override('curated', 3)])).toMatchObject([
      { standing: 'strong' },
      { standing: 'uncounted', use: 'curated', counts: null },
    ]);
  });

  it('one with a product that is gone from the catalogue is left out', () => {
    const [kept] = catalogue;
    const settings = DEFAULT_SETTINGS;
    const input = {
      tables: [table(1000, 10_000)],
      overrides: [override('pinned')],
      settings,
      now: 100,
      likeness: indexLikeness(catalogue),
    };
    expect(listPairings({ ...input, catalogue: kept ? [kept] : [] })).toEqual([]);
  });

  it('a product is without a pairing unless something that is used follows it', () => {
    const without = (overrides: ReadonlyArray<NumberedOverride>) =>
      summarisePairings(list(table(1000, 10_000), overrides), catalogue).productsWithout;
    expect(without([])).toBe(2);
    expect(without([override('blocked')])).toBe(3);
    expect(without([override('blocked'), override('curated', 3)])).toBe(2);
  });
});

describe('how shares are written', () => {
  it('a share does not print as the border that it misses', () => {
    expect(shareDigits(996, 10_000, [10, 4])).toBe(2); // 9.96 % is not 10.0 %
    expect(shareDigits(1000, 10_000, [10, 4])).toBe(1);
    expect(shareDigits(1240, 10_000, [10, 4])).toBe(1);
    expect(shareDigits(99_996, 1_000_000, [10, 4])).toBe(4);
  });

  it('the interval lies on both sides of the share and reaches 0 and 1 only at the ends', () => {
    expect(wilsonLower(124, 1000)).toBeLessThan(0.124);
    expect(wilsonUpper(124, 1000)).toBeGreaterThan(0.124);
    expect(wilsonUpper(1000, 1000)).toBe(1);
    expect(wilsonUpper(0, 0)).toBe(1);
  });
});

it('a price is judged by the band of the touch that looks at the table', () => {
  const fit = (kind: 'same_order' | 'next_order', priceMinor: number) =>
    priceStanding(kind, priceMinor, 10_000, DEFAULT_SETTINGS.price)?.fit;
  expect([2499, 2500, 5000, 5001].map((price) => fit('same_order', price))).toEqual([
    'too_low', 'fits', 'fits', 'too_high',
  ]); // prettier-ignore
  expect([100, 12_500, 12_501].map((price) => fit('next_order', price))).toEqual([
    'fits',
    'fits',
    'too_high',
  ]);
  expect(priceStanding('same_order', null, 10_000, DEFAULT_SETTINGS.price)).toBeNull();
});
