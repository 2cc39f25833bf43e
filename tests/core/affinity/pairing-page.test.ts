import { expect, it } from 'vitest';
import type { PairingMining } from '#core/affinity/pairing';
import { listPairings } from '#core/affinity/pairing-list';
import { neighboursOf, type PairingQuery } from '#core/affinity/pairing-page';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { indexLikeness } from '../../support/index-likeness';
import { catalogueProduct } from '../recommend/build-offer';

const catalogue = [1, 2, 3, 4].map((number) => catalogueProduct(number));
/** Product 1 is followed by 2, 3 and 4, the last most often. */
const mined: PairingMining = {
  table: 'same_order',
  windowFrom: 0,
  windowTo: 1,
  orders: 9000,
  allBuyers: 20_000,
  rows: [
    {
      antecedent: 1,
      buyers: 1000,
      consequents: [2, 3, 4],
      support: [200, 20, 300],
      consequentBuyers: [300, 300, 300],
      grades: ['automatic', 'automatic', 'automatic'],
      scores: [3000, 1000, 2000],
    },
  ],
};
const pairings = listPairings({
  tables: [mined],
  overrides: [],
  catalogue,
  likeness: indexLikeness(catalogue),
  settings: DEFAULT_SETTINGS,
  now: 100,
});
const QUERY = { tab: 'all', search: '', sort: 'rate', isDescending: true, page: 1 } as const;

function beside(recommended: number, query: PairingQuery) {
  const pairing = pairings.find((one) => one.recommended.number === recommended);
  if (!pairing) throw new Error(`no pairing with ${recommended}`);
  const { previous, next } = neighboursOf(pairings, query, pairing);
  return [previous?.recommended.number ?? null, next?.recommended.number ?? null];
}

it('a pairing stands between those that the list it was reached from has beside it', () => {
  expect(beside(4, QUERY)).toEqual([null, 2]);
  expect(beside(2, QUERY)).toEqual([4, 3]);
  expect(beside(3, QUERY)).toEqual([2, null]);
  expect(beside(2, { ...QUERY, isDescending: false })).toEqual([3, 4]);
});

it('on a tab that leaves others out they are passed over; one that has left it itself keeps its place', () => {
  expect(beside(2, { ...QUERY, tab: 'strong' })).toEqual([4, null]);
  expect(beside(3, { ...QUERY, tab: 'strong' })).toEqual([2, null]);
  expect(beside(2, { ...QUERY, tab: 'weak' })).toEqual([null, 3]);
});
