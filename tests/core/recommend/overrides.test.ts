import { describe, expect, it } from 'vitest';
import { usesInForce, type NumberedOverride, type PairingUse } from '#core/affinity/override';
import { chooseOffer } from '#core/recommend/choose-offer';
import { catalogueProduct, idOf, MACHINE, offerInput, type Follower, withNamed } from './build-offer';

const DAY = 86_400_000;
const strongest = catalogueProduct(2);
const other = catalogueProduct(3);
const mined: ReadonlyArray<Follower> = [
  { product: strongest, support: 30 },
  { product: other, support: 20 },
];
const weak: ReadonlyArray<Follower> = [
  { product: strongest, support: 30 },
  { product: other, support: 2, grade: 'popular' },
];

function choose(
  followers: ReadonlyArray<Follower>,
  uses: Readonly<Record<number, PairingUse>>,
  touchNumber: 1 | 2 | 3 = 1,
  extra: ReadonlyArray<ReturnType<typeof catalogueProduct>> = [],
) {
  const input = offerInput(followers, { touchNumber });
  const own = new Map(Object.entries(uses).map(([number, use]) => [Number(number), use]));
  return chooseOffer(
    withNamed({
      ...input,
      catalogue: new Map([...input.catalogue, ...extra.map((product) => [product.number, product] as const)]),
      pairings: { ...input.pairings, uses: new Map([[MACHINE, own]]) },
    }),
  );
}
const reasonOf = (choice: ReturnType<typeof choose>, number: number) =>
  choice.trace.best.find(({ productId }) => productId === idOf(number))?.reason;

describe("the merchant's decisions about pairings", () => {
  it('a pinned pairing beats a stronger one, and without the pin the stronger one wins', () => {
    expect(choose(mined, { 3: 'pinned' }).product).toBe(other);
    expect(choose(mined, {}).product).toBe(strongest);
  });

  it('a pinned pairing of few orders that is only popular is offered; unpinned it is not', () => {
    expect(choose(weak, { 3: 'pinned' }).chosen).toMatchObject({
      productId: idOf(3),
      tier: null,
      labels: ['pinned'],
    });
    expect(reasonOf(choose(weak, {}), 3)).not.toBeNull();
  });

  it('a curated pairing is offered though its counts call it weak, and without the decision it is weak', () => {
    const input = offerInput([{ product: strongest, support: 20 }]);
    const affinity = { ...input.settings.affinity, strongPercent: 50, moderatePercent: 30 };
    const settings = { ...input.settings, affinity };
    const uses = new Map([[MACHINE, new Map([[2, 'curated' as const]])]]);
    const curated = chooseOffer({ ...input, settings, pairings: { ...input.pairings, uses } });
    expect(curated.chosen).toMatchObject({ productId: idOf(2), tier: 'weak', reason: null });
    expect(reasonOf(chooseOffer({ ...input, settings }), 2)).toBe('weak_tier');
  });

  it.each([1, 2, 3] as const)('a blocked pairing is never offered by touch %i', (touchNumber) => {
    const choice = choose(mined, { 2: 'blocked', 3: 'blocked' }, touchNumber);
    expect(choice.chosen).toBeNull();
    expect(reasonOf(choice, 2)).toBe('excluded_list');
  });

  it('a pairing for touch 3 only is excluded from touches 1 and 2 and offered by touch 3', () => {
    expect(reasonOf(choose(mined, { 2: 'touch_3_only' }, 1), 2)).toBe('excluded_list');
    expect(reasonOf(choose(mined, { 2: 'touch_3_only' }, 2), 2)).toBe('excluded_list');
    expect(choose(mined, { 2: 'touch_3_only' }, 3).product).toBe(strongest);
  });

  it('a curated pairing without counts comes before every mined one, and quotes no counts', () => {
    const own = catalogueProduct(9);
    const choice = choose(mined, { 9: 'curated' }, 1, [own]);
    expect(choice.product).toBe(own);
    expect(choice.chosen).toMatchObject({
      support: 0,
      ruleLift: null,
      wilsonLower: null,
      table: 'same_order',
    });
    expect(choose(mined, {}, 1, [own]).product).toBe(strongest);
  });

  it('a curated pairing still has to fit the price band and be in stock', () => {
    const dear = catalogueProduct(9, { priceMinor: 9000 });
    expect(reasonOf(choose(mined, { 9: 'curated' }, 1, [dear]), 9)).toBe('price_band');
    const gone = catalogueProduct(9, { isAvailable: false });
    expect(reasonOf(choose(mined, { 9: 'curated' }, 1, [gone]), 9)).toBe('out_of_stock');
  });
});

it('an override holds from its start, which belongs to it, to its end, which does not', () => {
  const override: NumberedOverride = {
    table: 'same_order',
    antecedentId: idOf(1),
    consequentId: idOf(2),
    antecedent: 1,
    consequent: 2,
    use: 'blocked',
    note: '',
    startsAt: 10 * DAY,
    endsAt: 20 * DAY,
    savedBy: 'merchant',
    savedAt: 0,
  };
  const holdsAt = (now: number) => usesInForce([override], now).get(1)?.get(2) === 'blocked';
  expect([10 * DAY - 1, 10 * DAY, 20 * DAY - 1, 20 * DAY].map(holdsAt)).toEqual([false, true, true, false]);
});
