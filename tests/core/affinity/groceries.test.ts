import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { minePairings } from '../../support/mine-pairings';

const FILE = '../shared/data/groceries-arules/line_items.csv.gz';

// Loud when absent, so that nobody takes a skipped check for a passed one.
if (!existsSync(FILE))
  process.stderr.write(`SKIPPED: ${FILE} is absent, the published baskets are not checked\n`);

/** Products of each order; quoted fields hold no commas before the product id. */
function readOrders(): ReadonlyArray<ReadonlyArray<string>> {
  const orders = new Map<string, Set<string>>();
  for (const line of gunzipSync(readFileSync(FILE)).toString('utf8').trim().split('\n').slice(1)) {
    const [orderId = '', , productId = ''] = line.split(',');
    orders.set(orderId, (orders.get(orderId) ?? new Set()).add(productId));
  }
  return [...orders.values()].map((products) => [...products]);
}

describe.skipIf(!existsSync(FILE))(
  '9,835 published supermarket baskets, each taken for a person of its own',
  () => {
    it('has as many rules of two products at support 0.006 and confidence 0.25 as counting by hand finds', () => {
      const orders = readOrders();
      expect(orders).toHaveLength(9835);
      const numbers = new Map([...new Set(orders.flat())].map((id, number) => [id, number]));
      const baskets = orders.map((ids, person) => ({
        person,
        products: ids.map((id) => numbers.get(id) ?? -1),
      }));
      const { sameOrder } = minePairings({ baskets, windowFrom: 0, windowTo: 1 });

      const single = new Map<string, number>();
      const both = new Map<string, number>();
      for (const ids of orders) {
        for (const a of ids) {
          single.set(a, (single.get(a) ?? 0) + 1);
          for (const b of ids) if (a !== b) both.set(`${a}|${b}`, (both.get(`${a}|${b}`) ?? 0) + 1);
        }
      }
      const isRule = (support: number, buyers: number) =>
        support >= 0.006 * orders.length && support >= 0.25 * buyers;
      const byHand = [...both].filter(([pair, count]) =>
        isRule(count, single.get(pair.split('|')[0] ?? '') ?? 0),
      );
      const mined = sameOrder.rows.flatMap((row) => row.support.filter((count) => isRule(count, row.buyers)));

      expect(byHand.length).toBeGreaterThan(100);
      expect(mined).toHaveLength(byHand.length);
      expect(sameOrder.allBuyers).toBe(9835);
    });

    it('knows the pair of every textbook: 736 of 9,835 hold whole milk and other vegetables, confidence 0.387 towards milk', () => {
      const orders = readOrders();
      const numbers = new Map([...new Set(orders.flat())].map((id, number) => [id, number]));
      const baskets = orders.map((ids, person) => ({
        person,
        products: ids.map((id) => numbers.get(id) ?? -1),
      }));
      const { sameOrder } = minePairings({ baskets, windowFrom: 0, windowTo: 1 });
      const row = sameOrder.rows.find(
        (candidate) => candidate.antecedent === numbers.get('other-vegetables'),
      );
      const support = row?.support[row.consequents.indexOf(numbers.get('whole-milk') ?? -1)] ?? 0;
      expect(support).toBe(736);
      expect(support / (row?.buyers ?? 0)).toBeCloseTo(0.3868, 4);
    });
  },
);
