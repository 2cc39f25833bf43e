import { describe, expect, it } from 'vitest';
import { chooseOffer, type OfferInput } from '#core/recommend/choose-offer';
import { narrowToPairing } from '#core/recommend/narrow-to-pairing';
import { catalogueProduct, MACHINE, offerInput } from './build-offer';

const [strongest, other] = [catalogueProduct(2), catalogueProduct(3)];
const both = offerInput([
  { product: strongest, support: 30 },
  { product: other, support: 20 },
]);
const withUses = (use: 'pinned' | 'blocked'): OfferInput => ({
  ...both,
  pairings: { ...both.pairings, uses: new Map([[MACHINE, new Map([[3, use]])]]) },
});
const chooseOnly = (input: OfferInput, antecedent: number, consequent: number) =>
  chooseOffer({ ...input, pairings: narrowToPairing(input.pairings, antecedent, consequent) });

describe('one pairing as if it were the only one', () => {
  it('is chosen though another ranks above it', () => {
    expect(chooseOffer(both).product).toBe(strongest);
    const alone = chooseOnly(both, MACHINE, 3);
    expect(alone.product).toBe(other);
    expect(alone.considered).toBe(1);
    expect(alone.chosen).toMatchObject({ support: 20, anchorBuyers: 100 });
  });

  it('keeps what the merchant decided about it, and about no other', () => {
    expect(chooseOnly(withUses('blocked'), MACHINE, 3).trace.best).toMatchObject([
      { reason: 'excluded_list' },
    ]);
    expect(chooseOnly(withUses('pinned'), MACHINE, 2)).toMatchObject({ considered: 1, product: strongest });
  });

  it('is nothing where it is not known', () => {
    expect(chooseOnly(both, MACHINE, 4).considered).toBe(0);
    expect(chooseOnly(both, 9, 2).considered).toBe(0);
  });
});
