import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { tabulatePairs, type TabulatedPair } from '#core/affinity/tabulate-pairs';
import { indexSales } from '../../batch/index-sales';
import { COLUMNS, pairingRow } from '../../batch/pairing-row';
import { readCountedSales } from '../../batch/read-orders';
import { exactUpperTail } from '../support/exact-upper-tail';
import { adjustBySql, COUNTED, countBySql } from './sql-oracle';

const DATA = '../shared/data';
const SETS = [
  ['adventureworks', '2016-07-01', '2017-07-01'],
  ['online-retail-2011', '2010-12-01', '2011-12-10'],
] as const;
const CHECKED_EXACTLY = 300;

// Loud when absent, so that nobody takes a skipped check for a passed one.
if (!existsSync(DATA)) process.stderr.write(`SKIPPED: ${DATA} is absent, real orders are not counted\n`);

describe.skipIf(!existsSync(DATA)).each(SETS)(
  'a year of %s (skipped without ../shared/data)',
  (name, from, to) => {
    const folder = `${DATA}/${name}`;
    let counting: ReturnType<typeof count>;

    // Not while tests are collected, which happens to skipped ones too. A year of large baskets takes a while to count.
    beforeAll(async () => {
      counting = count(folder, from, to);
      await counting;
    }, 240_000);

    it('has the counts, confidences and tiers that SQL finds', async () => {
      const { index, productIds, pairs } = await counting;
      const mine = pairs.map((pair) => {
        const row = pairingRow(pair, productIds, index.allBuyers);
        return COUNTED.map((column) => row[COLUMNS.indexOf(column)]).join(' ');
      });
      const theirs = await countBySql(folder, { from, to });
      expect(mine.length).toBeGreaterThan(1000);
      expect(mine.filter((line, at) => line !== theirs[at])).toEqual([]);
      expect(mine).toHaveLength(theirs.length);
    }, 240_000);

    it('has the p-values of exact arithmetic, the extreme ones and hundreds between', async () => {
      const { index, pairs } = await counting;
      const sorted = pairs.toSorted((a, b) => a.pValue - b.pValue);
      const chosen = spread(sorted, CHECKED_EXACTLY);
      expect(chosen).toHaveLength(CHECKED_EXACTLY);
      const off = chosen.filter(({ buyers, consequentBuyers, support, pValue }) => {
        const exact = exactUpperTail(index.allBuyers, consequentBuyers, buyers, support);
        return Math.abs(pValue - exact) > exact * 1e-10;
      });
      expect(off).toEqual([]);
    }, 60_000);

    it('has the q-values that SQL makes of all its p-values, and none where nothing was tested', async () => {
      const { pairs } = await counting;
      const isTested = ({ buyers, support }: TabulatedPair) => buyers >= 20 && support >= 5;
      const tested = pairs.filter(isTested);
      expect(pairs.filter((pair) => (pair.qValue === null) === isTested(pair))).toEqual([]);
      const theirs = await adjustBySql(tested.map(({ pValue }) => pValue));
      const off = tested.filter(
        ({ qValue }, at) => !(Math.abs((qValue ?? -1) - (theirs[at] ?? 0)) <= (theirs[at] ?? 0) * 1e-12),
      );
      expect(off).toEqual([]);
      expect(theirs).toHaveLength(tested.length);
    }, 60_000);
  },
);

async function count(folder: string, from: string, to: string) {
  const { sales } = await readCountedSales(folder, null);
  const { index, productIds } = indexSales(sales, Date.parse(from), Date.parse(to));
  return { index, productIds, pairs: tabulatePairs(index) };
}

/** A third from either end, the rest evenly from between. */
function spread<T>(sorted: ReadonlyArray<T>, count: number): ReadonlyArray<T> {
  const third = Math.floor(count / 3);
  const between = sorted.slice(third, -third);
  const step = between.length / (count - 2 * third);
  const chosen = Array.from({ length: count - 2 * third }, (_, at) => between[Math.floor(at * step)]);
  return [...sorted.slice(0, third), ...chosen.filter((one) => one !== undefined), ...sorted.slice(-third)];
}
