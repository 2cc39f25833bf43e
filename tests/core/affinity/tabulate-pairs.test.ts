import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexBaskets, type Basket } from '#core/affinity/index-baskets';
import { tabulatePairs } from '#core/affinity/tabulate-pairs';
import { minePairings } from '../../support/mine-pairings';

const BUYERS = 3000;
const PRODUCTS = 40;

/** Every product is bought by itself, by the draw of each person alone. In: a seed, how likely B is in a basket with A. */
function shop(seed: number, planted: number): ReadonlyArray<Basket> {
  let state = seed;
  const draw = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: BUYERS }, (_, person) =>
    [0, 1].map(() => {
      const chosen = Array.from({ length: PRODUCTS }, (_unused, product) => product).filter(
        (product) => draw() < (product < 10 ? 0.15 : 0.04),
      );
      if (chosen.includes(20) && !chosen.includes(21) && draw() < planted) chosen.push(21);
      return { person, products: chosen };
    }),
  ).flat();
}

describe('products that are sold independently', () => {
  const pairs = tabulatePairs(indexBaskets(shop(7, 0)));
  const strong = (support: number, buyers: number) => support * 10 >= buyers;

  it('make hundreds of pairs that pass 10 %, and next to none that is automatic', () => {
    expect(pairs.filter(({ support, buyers }) => strong(support, buyers)).length).toBeGreaterThan(300);
    expect(pairs.filter(({ grade }) => grade === 'automatic').length).toBeLessThanOrEqual(2);
    expect(pairs.filter(({ nextGrade }) => nextGrade === 'automatic').length).toBeLessThanOrEqual(2);
  });

  it('with one pair planted among them, that one is automatic', () => {
    const planted = tabulatePairs(indexBaskets(shop(7, 0.5))).find(
      ({ antecedent, consequent }) => antecedent === 20 && consequent === 21,
    );
    expect(planted).toMatchObject({ grade: 'automatic' });
  });
});

describe('the table of all pairs', () => {
  const baskets = fc
    .array(fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }), { maxLength: 4 }), { maxLength: 60 })
    .map((people) =>
      people.flatMap((orders, person) =>
        orders.map((products) => ({ person, products: [...new Set(products)] })),
      ),
    );

  it('agrees with the miner on every pair that the miner keeps', () => {
    fc.assert(
      fc.property(baskets, (given) => {
        const index = indexBaskets(given);
        const table = new Map(
          tabulatePairs(index).map((pair) => {
            const [a = -1, b = -1] = [pair.antecedent, pair.consequent].map((at) => index.productNumbers[at]);
            return [`${a} ${b}`, pair];
          }),
        );
        const { sameOrder, nextOrder } = minePairings({
          baskets: given,
          windowFrom: 0,
          windowTo: 1,
          minimums: { minimumBuyers: 1, minimumSupport: 5 },
        });
        for (const [mined, count] of [
          [sameOrder, 'support'],
          [nextOrder, 'nextSupport'],
        ] as const)
          for (const row of mined.rows)
            row.consequents.forEach((consequent, at) => {
              const pair = table.get(`${row.antecedent} ${consequent}`);
              expect(pair?.[count]).toBe(row.support[at]);
              expect(pair?.buyers).toBe(row.buyers);
            });
      }),
    );
  });
});
