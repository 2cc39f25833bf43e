import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tabulatePairs } from '#core/affinity/tabulate-pairs';
import { indexSales } from '../../batch/index-sales';
import { COLUMNS, pairingRow } from '../../batch/pairing-row';
import { readCountedSales } from '../../batch/read-orders';
import { freshDatabase } from '../support/database';
import { countBySql } from './sql-oracle';

const DATA = '../shared/data';
const SETS = [
  ['adventureworks', '2016-07-01', '2017-07-01'],
  ['online-retail-2011', '2011-11-21', '2011-12-10'], // some weeks, for a year takes SQL minutes
] as const;

// Loud when absent, so that nobody takes a skipped check for a passed one.
if (!existsSync(DATA)) process.stderr.write(`SKIPPED: ${DATA} is absent, real orders are not counted\n`);

const database = await freshDatabase();
const COUNTED = [
  'a', 'b', 'buyers_a', 'buyers_b', 'same_buyers', 'next_buyers', 'orders_together', 'tier_same', 'tier_next',
] as const; // prettier-ignore

it.skipIf(!existsSync(DATA)).each(SETS)(
  'all counts and tiers of %s equal those that SQL finds (skipped without ../shared/data)',
  async (name, from, to) => {
    const folder = `${DATA}/${name}`;
    const { sales } = await readCountedSales(folder, null);
    const { index, productIds } = indexSales(sales, Date.parse(from), Date.parse(to));
    const mine = tabulatePairs(index).map((pair) => {
      const row = pairingRow(pair, productIds, index.allBuyers);
      return COUNTED.map((column) => row[COLUMNS.indexOf(column)]).join(' ');
    });
    const counted = await countBySql(database.url, folder, { from, to });
    const theirs = counted.map((pair) => COUNTED.map((column) => pair[column]).join(' '));
    expect(mine.length).toBeGreaterThan(1000);
    const differences = mine.filter((line, at) => line !== theirs[at]);
    expect(differences).toEqual([]);
    expect(mine).toHaveLength(theirs.length);
  },
  240_000,
);
