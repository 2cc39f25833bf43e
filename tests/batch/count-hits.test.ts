import { describe, expect, it } from 'vitest';
import { tabulatePairs } from '#core/affinity/tabulate-pairs';
import {
  arrangePairs, countHits, countPopularHits, expectRandomHits, listTransitions,
} from '../../batch/count-hits'; // prettier-ignore
import { indexSales } from '../../batch/index-sales';
import { SIMPLE_RANKINGS } from '../../batch/rankings';
import type { CountedSale } from '../../batch/read-orders';

const sale = (customerId: string, at: number, ...productIds: string[]): CountedSale => ({
  customerId,
  at,
  productIds,
});

/** Thirty buy a machine: twenty of them with a jug, ten with a mug; thirty others buy beans and jugs. */
const history = Array.from({ length: 60 }, (_, person) => {
  if (person >= 30) return sale(`c${person}`, 1, 'beans', 'jug');
  return sale(`c${person}`, 1, person < 20 ? 'jug' : 'mug', 'machine');
});
const { index, productIds } = indexSales(history, 0, 10);
const learned = arrangePairs(productIds, tabulatePairs(index));
const scoreOf = (name: string) => {
  const ranking = SIMPLE_RANKINGS.find((one) => one.name === name);
  if (!ranking) throw new Error(`no ranking is called ${name}`);
  return (pair: Parameters<typeof ranking.scoreOf>[0]) => ranking.scoreOf(pair, index.allBuyers);
};
const machineThen = (next: string, beside: ReadonlyArray<string> = []) => [
  { order: sale('z', 11, 'machine', ...beside), next: sale('z', 12, next) },
];

describe('transitions', () => {
  it('are orders from the day on with the next order of the same customer', () => {
    const sales = [sale('a', 5, 'x'), sale('a', 11, 'y'), sale('a', 12, 'z'), sale('b', 13, 'x')];
    expect(listTransitions(sales, 10)).toEqual([{ order: sales[1], next: sales[2] }]);
    expect(listTransitions(sales, 5)).toHaveLength(2);
  });
});

describe('hits', () => {
  it('count where the offered product is in the next order, and not where another one is', () => {
    expect(countHits(machineThen('jug'), learned, scoreOf('same-order confidence'))).toBe(1);
    expect(countHits(machineThen('mug'), learned, scoreOf('same-order confidence'))).toBe(0);
  });

  it('follow the ranking: the mug, which goes with machines only, comes first by ruleLift', () => {
    expect(countHits(machineThen('mug'), learned, scoreOf('ruleLift'))).toBe(1);
    expect(countHits(machineThen('jug'), learned, scoreOf('ruleLift'))).toBe(0);
  });

  it('never come from what is in the order itself', () => {
    expect(countHits(machineThen('beans', ['jug']), learned, scoreOf('same-order confidence'))).toBe(1);
    expect(countHits(machineThen('jug', ['jug']), learned, scoreOf('same-order confidence'))).toBe(0);
  });

  it('of equal scores come from the first product id', () => {
    const same = () => 1;
    expect(countHits(machineThen('jug'), learned, same)).toBe(1);
    expect(countHits(machineThen('mug'), learned, same)).toBe(0);
  });

  it('are none where nothing was learned of the order', () => {
    const unknown = [{ order: sale('z', 11, 'lamp'), next: sale('z', 12, 'jug') }];
    expect(countHits(unknown, learned, scoreOf('same-order confidence'))).toBe(0);
  });

  it('of the most popular product and of a random one are what the counts say', () => {
    const buyers = Int32Array.from(
      productIds,
      (id) => history.filter((one) => one.productIds.includes(id)).length,
    );
    expect(countPopularHits(machineThen('jug'), learned, buyers)).toBe(1); // 50 buyers
    expect(countPopularHits(machineThen('beans'), learned, buyers)).toBe(0);
    expect(countPopularHits(machineThen('beans', ['jug']), learned, buyers)).toBe(1);
    expect(expectRandomHits(machineThen('jug'), learned)).toBeCloseTo(1 / 3); // beans, jug, mug
  });
});
