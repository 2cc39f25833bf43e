import { expect, it } from 'vitest';
import type { PairNow } from '#core/affinity/pairing';
import { hasChangedTier, recountRow } from '#core/recommend/recount-pairing';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { catalogueProduct, MACHINE, offerInput } from './build-offer';

const { affinity } = DEFAULT_SETTINGS;
const followers = [
  { product: catalogueProduct(2), support: 10 },
  { product: catalogueProduct(3), support: 10 },
];
const { pairings } = offerInput(followers);

const now = (support: number, buyers: number, nextSupport = 0): PairNow => ({
  buyers,
  allBuyers: 1000,
  sameOrder: { support, consequentBuyers: 100 },
  nextOrder: { support: nextSupport, consequentBuyers: 100 },
});
const isChanged = (counts: PairNow, consequent = 2, known = pairings) =>
  hasChangedTier(known, { antecedent: MACHINE, consequent, now: counts }, affinity);

it('a pairing whose share of buyers has moved within its tier has not changed, one that has left it has', () => {
  expect(isChanged(now(11, 110))).toBe(false);
  expect(isChanged(now(10, 101))).toBe(true); // below 10 %
  expect(isChanged(now(4, 20))).toBe(true); // too few
});

it('each table is held against its own counts', () => {
  const { pairings: ofNext } = offerInput(followers, { touchNumber: 2 });
  expect(isChanged(now(0, 100, 10), 2, ofNext)).toBe(false);
  expect(isChanged(now(10, 100, 0), 2, ofNext)).toBe(true);
});

it("a pairing that was never mined, or is its category's, has not changed", () => {
  expect(isChanged(now(0, 100), 7)).toBe(false);
  const row = pairings.rows.get(MACHINE);
  if (!row) throw new Error('the machine has no row');
  const ofCategory = { ...pairings, rows: new Map([[MACHINE, { ...row, learnedFrom: 'Coffee Makers' }]]) };
  expect(isChanged(now(0, 100), 2, ofCategory)).toBe(false);
});

it('a row is counted anew as a whole, so that its pairings compete by the same buyers', () => {
  const anew = recountRow(pairings, MACHINE, [now(10, 105), now(15, 105)]);
  expect(anew.rows.get(MACHINE)).toMatchObject({ buyers: 105, consequents: [2, 3], support: [10, 15] });
  expect(pairings.rows.get(MACHINE)).toMatchObject({ buyers: 100, support: [10, 10] });
});
