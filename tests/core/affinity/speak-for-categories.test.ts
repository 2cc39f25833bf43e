import { expect, it } from 'vitest';
import type { CategoryRow } from '#core/affinity/pairing';
import { speakForCategories } from '#core/affinity/speak-for-categories';
import { chooseOffer } from '#core/recommend/choose-offer';
import { catalogueProduct, idOf, MACHINE, offerInput, pairingRow } from '../recommend/build-offer';

const machine = catalogueProduct(MACHINE, { category: 'Machines', priceMinor: 10_000 });
const cup = catalogueProduct(2);
const { antecedent: _antecedent, ...counts } = pairingRow(0, [{ product: cup }]);
const learned: CategoryRow = { ...counts, category: 'Machines', settled: [] };

it('a product without a row speaks by its category, and says so (C48)', () => {
  const rows = speakForCategories({ rows: [], categories: [learned] }, [machine]);
  expect(rows.get(MACHINE)).toMatchObject({ antecedent: MACHINE, learnedFrom: 'Machines', buyers: 100 });
  const input = offerInput([{ product: cup }]);
  const { chosen } = chooseOffer({ ...input, pairings: { ...input.pairings, rows } });
  expect(chosen).toMatchObject({ productId: idOf(2), tier: 'strong', labels: ['learned_from_category'] });
});

it('its own row stands before that of its category', () => {
  const own = pairingRow(MACHINE, [{ product: cup }]);
  const rows = speakForCategories({ rows: [own], categories: [learned] }, [machine]);
  expect(rows.get(MACHINE)).toBe(own);
});

it('a product whose own buyers are enough has what they bought, and be it nothing', () => {
  const settled = { ...learned, settled: [MACHINE] };
  expect(speakForCategories({ rows: [], categories: [settled] }, [machine]).size).toBe(0);
});

it('another category, or none, speaks for nobody', () => {
  const elsewhere = [
    { ...machine, category: 'Books' },
    { ...machine, category: null },
  ];
  expect(speakForCategories({ rows: [], categories: [learned] }, elsewhere).size).toBe(0);
});
