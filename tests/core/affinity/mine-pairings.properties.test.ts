import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basket } from '#core/affinity/index-baskets';
import type { PairingMining } from '#core/affinity/pairing';
import { minePairings } from '../../support/mine-pairings';

const EVERY_PAIR = { minimumBuyers: 1, minimumSupport: 1 };
const history = fc.array(
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }), { minLength: 1, maxLength: 5 }),
  { maxLength: 25 },
);

type History = ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>;

const basketsOf = (people: History): ReadonlyArray<Basket> =>
  people.flatMap((orders, person) => orders.map((products) => ({ person, products })));
const mine = (baskets: ReadonlyArray<Basket>) =>
  minePairings({ baskets, windowFrom: 0, windowTo: 1, minimums: EVERY_PAIR });

/** 'A B' -> [support, buyers, buyers of B], straight from the definitions. */
function countByDefinition(
  people: History,
  pairs: (orders: ReadonlyArray<ReadonlyArray<number>>) => Set<string>,
) {
  const support = new Map<string, number>();
  for (const orders of people) {
    for (const pair of pairs(orders.filter((order) => order.length > 0))) {
      support.set(pair, (support.get(pair) ?? 0) + 1);
    }
  }
  return support;
}

const together = (orders: ReadonlyArray<ReadonlyArray<number>>) =>
  new Set(
    orders.flatMap((order) => order.flatMap((a) => order.filter((b) => b !== a).map((b) => `${a} ${b}`))),
  );
const following = (orders: ReadonlyArray<ReadonlyArray<number>>) =>
  new Set(
    orders.flatMap((order, at) =>
      order.flatMap((a) => (orders[at + 1] ?? []).filter((b) => !order.includes(b)).map((b) => `${a} ${b}`)),
    ),
  );

const supportOf = ({ rows }: PairingMining) =>
  new Map(
    rows.flatMap((row) =>
      row.consequents.map((to, at) => [`${row.antecedent} ${to}`, row.support[at]] as const),
    ),
  );
const confidenceOf = ({ rows }: PairingMining) =>
  new Map(
    rows.flatMap((row) =>
      row.consequents.map(
        (to, at) => [`${row.antecedent} ${to}`, (row.support[at] ?? 0) / row.buyers] as const,
      ),
    ),
  );

describe('mining, whatever the orders', () => {
  it('counts what the definitions say', () => {
    fc.assert(
      fc.property(history, (people) => {
        const { sameOrder, nextOrder } = mine(basketsOf(people));
        expect(supportOf(sameOrder)).toEqual(countByDefinition(people, together));
        expect(supportOf(nextOrder)).toEqual(countByDefinition(people, following));
        for (const { antecedent, buyers } of [...sameOrder.rows, ...nextOrder.rows]) {
          expect(buyers).toBe(people.filter((orders) => orders.flat().includes(antecedent)).length);
        }
        for (const row of nextOrder.rows) {
          const laterBuyers = (product: number) =>
            people.filter((orders) =>
              orders
                .filter((order) => order.length > 0)
                .slice(1)
                .flat()
                .includes(product),
            );
          expect(row.consequentBuyers).toEqual(row.consequents.map((product) => laterBuyers(product).length));
        }
      }),
    );
  });

  it('does not depend on the order in which people come', () => {
    fc.assert(
      fc.property(
        history.chain((people) =>
          fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
        ),
        ([people, shuffled]) => {
          expect(mine(basketsOf(shuffled))).toEqual(mine(basketsOf(people)));
        },
      ),
    );
  });

  it('a stranger’s basket never raises the confidence of a pair that it does not hold', () => {
    fc.assert(
      fc.property(
        history,
        fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }),
        (people, basket) => {
          const before = mine(basketsOf(people));
          const after = mine(basketsOf([...people, [basket]]));
          const wasAfter = confidenceOf(after.sameOrder);
          for (const [pair, confidence] of confidenceOf(before.sameOrder)) {
            const [a, b] = pair.split(' ').map(Number);
            if (a !== undefined && b !== undefined && basket.includes(a) && basket.includes(b)) continue;
            expect(wasAfter.get(pair)).toBeLessThanOrEqual(confidence);
          }
          for (const [pair, confidence] of confidenceOf(before.nextOrder)) {
            expect(confidenceOf(after.nextOrder).get(pair)).toBeLessThanOrEqual(confidence);
          }
        },
      ),
    );
  });

  it('grades a pair alike in both directions when both have buyers enough', () => {
    fc.assert(
      fc.property(history, (people) => {
        const { sameOrder } = mine(basketsOf(people));
        const grades = new Map(
          sameOrder.rows.flatMap((row) =>
            row.consequents.map((to, at) => [`${row.antecedent} ${to}`, row.grades[at]]),
          ),
        );
        for (const row of sameOrder.rows)
          for (const to of row.consequents)
            expect(grades.get(`${to} ${row.antecedent}`)).toBe(grades.get(`${row.antecedent} ${to}`));
      }),
    );
  });
});
