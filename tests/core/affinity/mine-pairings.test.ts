import { describe, expect, it } from 'vitest';
import { rankingScore } from '#core/affinity/measures';
import type { Basket } from '#core/affinity/index-baskets';
import type { PairingMining } from '#core/affinity/pairing';
import { minePairings } from '../../support/mine-pairings';

const [MACHINE, BEANS, MUG, GRINDER] = [11, 12, 13, 14];
const EVERY_PAIR = { minimumBuyers: 1, minimumSupport: 1 };

const mine = (baskets: ReadonlyArray<Basket>, minimums?: typeof EVERY_PAIR) =>
  minePairings({ baskets, windowFrom: 1, windowTo: 2, minimums });

/** One person per entry, with as many orders as it lists. */
const people = (...orders: ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>): ReadonlyArray<Basket> =>
  orders.flatMap((baskets, person) => baskets.map((products) => ({ person, products })));

const pair = (mining: PairingMining, antecedent: number, consequent: number) => {
  const row = mining.rows.find((candidate) => candidate.antecedent === antecedent);
  const at = row?.consequents.indexOf(consequent) ?? -1;
  return row && at >= 0
    ? {
        support: row.support[at],
        buyers: row.buyers,
        others: row.consequentBuyers[at],
        grade: row.grades[at],
        score: row.scores[at],
      }
    : null;
};

const buyersOf = (count: number, ...orders: ReadonlyArray<ReadonlyArray<number>>) =>
  Array.from({ length: count }, () => orders);

describe('mining what is bought in one order', () => {
  it('counts distinct buyers of both over distinct buyers of the antecedent, in either direction', () => {
    const { sameOrder } = mine(people([[MACHINE, BEANS]], [[MACHINE]], [[MACHINE, BEANS, MUG]]), EVERY_PAIR);
    expect(pair(sameOrder, MACHINE, BEANS)).toMatchObject({ support: 2, buyers: 3, others: 2 });
    expect(pair(sameOrder, BEANS, MACHINE)).toMatchObject({ support: 2, buyers: 2, others: 3 });
    expect(sameOrder).toMatchObject({
      table: 'same_order',
      windowFrom: 1,
      windowTo: 2,
      orders: 3,
      allBuyers: 3,
    });
  });

  it('80 orders of one reseller count as one buyer (C51), 80 orders of 80 people as 80', () => {
    const orders = Array.from({ length: 80 }, () => [MACHINE, BEANS]);
    expect(pair(mine(people(orders), EVERY_PAIR).sameOrder, MACHINE, BEANS)?.support).toBe(1);
    const crowd = people(...orders.map((order) => [order]));
    expect(pair(mine(crowd, EVERY_PAIR).sameOrder, MACHINE, BEANS)?.support).toBe(80);
  });

  it('products of two orders are not bought together', () => {
    expect(mine(people([[MACHINE], [BEANS]]), EVERY_PAIR).sameOrder.rows).toEqual([]);
  });

  it('an empty basket is no order and its person no buyer', () => {
    expect(mine(people([[MACHINE, BEANS]], [[]]), EVERY_PAIR).sameOrder).toMatchObject({
      orders: 1,
      allBuyers: 1,
    });
  });

  it('rows and consequents come in ascending order of product number', () => {
    const { sameOrder } = mine(people([[GRINDER, MUG, BEANS, MACHINE]]), EVERY_PAIR);
    expect(sameOrder.rows.map((row) => [row.antecedent, ...row.consequents])).toEqual([
      [MACHINE, BEANS, MUG, GRINDER],
      [BEANS, MACHINE, MUG, GRINDER],
      [MUG, MACHINE, BEANS, GRINDER],
      [GRINDER, MACHINE, BEANS, MUG],
    ]);
  });

  it('mining nothing gives two empty tables', () => {
    const { sameOrder, nextOrder } = mine([]);
    expect([sameOrder.rows, nextOrder.rows, sameOrder.allBuyers]).toEqual([[], [], 0]);
  });
});

describe('mining what is bought next', () => {
  it('counts buyers of A whose immediately following order holds B, over all buyers of A', () => {
    const { nextOrder } = mine(people([[MACHINE], [BEANS]], [[MACHINE]], [[MUG], [BEANS]]), EVERY_PAIR);
    expect(pair(nextOrder, MACHINE, BEANS)).toMatchObject({ support: 1, buyers: 2, others: 2 });
    expect(pair(nextOrder, BEANS, MACHINE)).toBeNull();
  });

  it('an order in between breaks it', () => {
    expect(pair(mine(people([[MACHINE], [MUG], [BEANS]]), EVERY_PAIR).nextOrder, MACHINE, BEANS)).toBeNull();
  });

  it('B that was in the order already does not follow it, B that was not does', () => {
    expect(pair(mine(people([[MACHINE, BEANS], [BEANS]]), EVERY_PAIR).nextOrder, MACHINE, BEANS)).toBeNull();
    expect(pair(mine(people([[MACHINE, MUG], [BEANS]]), EVERY_PAIR).nextOrder, MACHINE, BEANS)?.support).toBe(
      1,
    );
  });

  it('some order of A suffices: one that held B too does not spoil a later one that did not', () => {
    const { nextOrder } = mine(people([[MACHINE, BEANS], [MACHINE], [BEANS]]), EVERY_PAIR);
    expect(pair(nextOrder, MACHINE, BEANS)?.support).toBe(1);
  });

  it('twice by one person counts once', () => {
    const { nextOrder } = mine(people([[MACHINE], [BEANS], [MACHINE], [BEANS]]), EVERY_PAIR);
    expect(pair(nextOrder, MACHINE, BEANS)?.support).toBe(1);
  });

  it('the next person’s order does not follow', () => {
    expect(mine(people([[MACHINE]], [[BEANS]]), EVERY_PAIR).nextOrder.rows).toEqual([]);
  });
});

describe('what is kept', () => {
  it('an antecedent of 19 buyers has no row, one of 20 has', () => {
    const with19 = people(...buyersOf(19, [MACHINE, BEANS]), ...buyersOf(1, [BEANS]));
    expect(pair(mine(with19).sameOrder, MACHINE, BEANS)).toBeNull();
    expect(pair(mine(with19).sameOrder, BEANS, MACHINE)?.support).toBe(19);
    expect(pair(mine(people(...buyersOf(20, [MACHINE, BEANS]))).sameOrder, MACHINE, BEANS)?.support).toBe(20);
  });

  it('4 common buyers are dropped, 5 are kept', () => {
    const common = (count: number) =>
      people(...buyersOf(count, [MACHINE, BEANS]), ...buyersOf(30, [MACHINE]), ...buyersOf(30, [BEANS]));
    expect(pair(mine(common(4)).sameOrder, MACHINE, BEANS)).toBeNull();
    expect(pair(mine(common(5)).sameOrder, MACHINE, BEANS)?.support).toBe(5);
  });

  it('a product that everybody buys is popular, a product that A’s buyers prefer is automatic (C45)', () => {
    const { sameOrder } = mine(
      people(
        ...buyersOf(60, [MACHINE, MUG, GRINDER]),
        ...buyersOf(40, [MACHINE, MUG]),
        ...buyersOf(400, [BEANS, MUG]),
      ),
    );
    expect(pair(sameOrder, MACHINE, MUG)?.grade).toBe('popular'); // ruleLift 1
    expect(pair(sameOrder, MACHINE, GRINDER)?.grade).toBe('automatic'); // ruleLift 5
  });

  it('a ruleLift of just 1.2 is not popular, one below it is', () => {
    // All 100 buyers; A has 50, B has 50: 30 in common are a ruleLift of 1.2, 29 of 1.16.
    const common = (both: number) =>
      people(
        ...buyersOf(both, [MACHINE, BEANS]),
        ...buyersOf(50 - both, [MACHINE]),
        ...buyersOf(50 - both, [BEANS]),
        ...buyersOf(both, [MUG]),
      );
    expect(pair(mine(common(29)).sameOrder, MACHINE, BEANS)?.grade).toBe('popular');
    expect(pair(mine(common(30)).sameOrder, MACHINE, BEANS)?.grade).not.toBe('popular');
  });

  it('a ruleLift that chance might have made is thresholds_only', () => {
    // 20 buyers of A, 5 of them with B; of 100 buyers 18 have B. Counting all draws: p = 0.2702.
    const { sameOrder } = mine(
      people(
        ...buyersOf(5, [MACHINE, BEANS]),
        ...buyersOf(15, [MACHINE]),
        ...buyersOf(13, [BEANS]),
        ...buyersOf(67, [MUG]),
      ),
    );
    expect(pair(sameOrder, MACHINE, BEANS)?.grade).toBe('thresholds_only');
  });

  it('the next-order test looks only at buyers who came back', () => {
    // Everybody who comes back buys beans, whatever came before: that tells nothing about the machine.
    const returning = [...buyersOf(50, [MACHINE], [BEANS]), ...buyersOf(50, [MUG], [BEANS])];
    const once = buyersOf(400, [GRINDER]);
    expect(pair(mine(people(...returning, ...once)).nextOrder, MACHINE, BEANS)?.grade).not.toBe('automatic');
    // Twin: those who began with a mug come back for a grinder instead.
    const split = [...buyersOf(50, [MACHINE], [BEANS]), ...buyersOf(50, [MUG], [GRINDER])];
    expect(pair(mine(people(...split, ...once)).nextOrder, MACHINE, BEANS)?.grade).toBe('automatic');
  });
});

describe('the score of a mined pairing', () => {
  const goesTogether = buyersOf(10, [MACHINE, BEANS]);
  const comesNext = buyersOf(10, [MACHINE], [BEANS]);
  const scores = ({ sameOrder, nextOrder }: ReturnType<typeof mine>) => ({
    same: pair(sameOrder, MACHINE, BEANS)?.score,
    next: pair(nextOrder, MACHINE, BEANS)?.score,
  });
  const millionths = (...of: Parameters<typeof rankingScore>) => Math.round(1e6 * rankingScore(...of));

  it('of either table knows what the other one counted', () => {
    const own = { support: 10, buyers: 20 };
    expect(scores(mine(people(...goesTogether, ...comesNext)))).toEqual({
      same: millionths(own, { support: 10, consequentBuyers: 10, allBuyers: 20 }),
      next: millionths(own, { support: 10, consequentBuyers: 20, allBuyers: 20 }),
    });
  });

  it('takes what too few did in the other table for nothing', () => {
    const [fewComeNext, others] = [comesNext.slice(0, 4), buyersOf(6, [MACHINE], [MUG])];
    expect(scores(mine(people(...goesTogether, ...fewComeNext, ...others)))).toEqual({
      same: millionths({ support: 10, buyers: 20 }, { support: 0, consequentBuyers: 4, allBuyers: 20 }),
      next: undefined,
    });
  });
});
