import { expect, it } from 'vitest';
import type { PairNow } from '#core/affinity/pairing';
import { recountPairing } from '#core/recommend/recount-pairing';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { catalogueProduct, MACHINE, offerInput } from './build-offer';

const { pairings } = offerInput([
  { product: catalogueProduct(2), support: 20 },
  { product: catalogueProduct(3) },
]);
const recounted = (support: number, buyers: number, over: Partial<PairNow> = {}) => {
  const now = {
    buyers,
    allBuyers: 1000,
    sameOrder: { support, consequentBuyers: 100 },
    nextOrder: { support: 0, consequentBuyers: 0 },
    ...over,
  };
  return recountPairing(pairings, { antecedent: MACHINE, consequent: 2, now }, DEFAULT_SETTINGS.affinity);
};

it('a pairing whose tier still holds is left as it was mined', () => {
  expect(recounted(11, 110)).toBe(pairings);
  expect(recounted(20, 200)).toBe(pairings);
});

it('one that has fallen out of its tier has the counts of the moment, and its neighbours theirs', () => {
  const row = recounted(10, 101).rows.get(MACHINE);
  expect(row).toMatchObject({ buyers: 101, support: [10, 20] });
  expect(pairings.rows.get(MACHINE)).toMatchObject({ buyers: 100, support: [20, 20] });
});

it('each table is held against its own counts', () => {
  const next = { nextOrder: { support: 20, consequentBuyers: 100 } };
  expect(recounted(0, 100, next).rows.get(MACHINE)?.support[0]).toBe(0);
  const { pairings: ofNext } = offerInput([{ product: catalogueProduct(2), support: 20 }], {
    touchNumber: 2,
  });
  const now = { buyers: 100, allBuyers: 1000, sameOrder: { support: 0, consequentBuyers: 0 }, ...next };
  expect(recountPairing(ofNext, { antecedent: MACHINE, consequent: 2, now }, DEFAULT_SETTINGS.affinity)).toBe(
    ofNext,
  );
});

it('a pairing that was never mined stays so', () => {
  const now = {
    buyers: 9,
    allBuyers: 9,
    sameOrder: { support: 9, consequentBuyers: 9 },
    nextOrder: { support: 9, consequentBuyers: 9 },
  };
  expect(
    recountPairing(pairings, { antecedent: MACHINE, consequent: 7, now }, DEFAULT_SETTINGS.affinity),
  ).toBe(pairings);
});
