import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutBaskets } from '#core/affinity/index-baskets';
import { countShop, isSameCount, type ShopCounts } from '#core/affinity/count-shop';
import {
  addPerson,
  changePerson,
  isNothing,
  noCounts,
  pairsTouched,
  productsOfKey,
  type PairingCounts,
} from '#core/affinity/customer-counts';

const history = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), {
  maxLength: 5,
});
const people = fc.array(history, { maxLength: 25 });
type Histories = ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>;

function counted(histories: Histories): ShopCounts {
  const baskets = histories.flatMap((orders, person) => orders.map((products) => ({ person, products })));
  const counting = countShop(layOutBaskets(baskets));
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

function added(histories: Histories): PairingCounts {
  const counts = noCounts();
  for (const baskets of histories) addPerson(counts, baskets);
  return counts;
}

/** The same figures laid out as the miner lays them out. */
function columnsOf(counts: PairingCounts): ShopCounts {
  const products = [...counts.products].sort(([a], [b]) => a - b);
  const pairs = [...counts.pairs].sort(([a], [b]) => a - b);
  return {
    ...{ people: counts.people, returning: counts.returning, orders: counts.orders },
    products: {
      product: products.map(([product]) => product),
      buyers: products.map(([, { buyers }]) => buyers),
      leaving: products.map(([, { leaving }]) => leaving),
      arriving: products.map(([, { arriving }]) => arriving),
    },
    pairs: {
      antecedent: pairs.map(([key]) => productsOfKey(key)[0]),
      consequent: pairs.map(([key]) => productsOfKey(key)[1]),
      same: pairs.map(([, { same }]) => same),
      next: pairs.map(([, { next }]) => next),
    },
  };
}

describe('counts that are kept person by person', () => {
  it('come to what counting all of them at once comes to', () => {
    fc.assert(
      fc.property(people, (histories) => {
        expect(isSameCount(columnsOf(added(histories)), counted(histories))).toBe(true);
      }),
    );
  });

  it('differ from those of anybody else who bought something', () => {
    fc.assert(
      fc.property(people, history, (histories, other) => {
        const isSame = isSameCount(columnsOf(added([...histories, other])), counted(histories));
        expect(isSame).toBe(other.length === 0);
      }),
    );
  });

  it('after any change of somebody are those of a shop that never knew otherwise', () => {
    fc.assert(
      fc.property(people, history, history, (histories, before, after) => {
        const counts = added([...histories, before]);
        changePerson(counts, before, after);
        expect(columnsOf(counts)).toEqual(columnsOf(added([...histories, after])));
        expect(isSameCount(columnsOf(counts), counted([...histories, after]))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('one more order of somebody with a hundred looks at no more than that order and its neighbour hold', () => {
    const basket = [1, 2, 3, 4];
    const many = Array.from({ length: 100 }, () => basket);
    expect(pairsTouched(many, many)).toBe(0);
    expect(pairsTouched(many, [...many, [5, 6]])).toBeLessThan(50);
    expect(pairsTouched([], [...many])).toBeGreaterThan(2000);
  });

  it('do not depend on who came first', () => {
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.nat()), (histories, random) => {
        const shuffled = histories
          .map((baskets) => ({ baskets, place: random.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ baskets }) => baskets);
        expect(columnsOf(added(shuffled))).toEqual(columnsOf(added(histories)));
      }),
    );
  });

  it('adding somebody and taking them away again leaves what was there', () => {
    fc.assert(
      fc.property(people, history, (histories, other) => {
        const counts = added(histories);
        addPerson(counts, other);
        changePerson(counts, other, []);
        expect(columnsOf(counts)).toEqual(columnsOf(added(histories)));
      }),
    );
  });

  it('taking everybody away leaves nothing, all but one leaves something', () => {
    fc.assert(
      fc.property(people, (histories) => {
        const counts = added(histories);
        for (const baskets of histories) changePerson(counts, baskets, []);
        expect(isNothing(counts)).toBe(true);
        addPerson(counts, [[1]]);
        expect(isNothing(counts)).toBe(false);
      }),
    );
  });

  it('an order of other products never raises the confidence of a pairing', () => {
    fc.assert(
      fc.property(
        people,
        fc.uniqueArray(fc.integer({ min: 10, max: 19 }), { minLength: 1, maxLength: 5 }),
        (histories, unrelated) => {
          const [before, after] = [added(histories), added([...histories, [unrelated]])];
          for (const [key, { same, next }] of before.pairs) {
            const [antecedent] = productsOfKey(key);
            expect(after.pairs.get(key)).toEqual({ same, next });
            expect(after.products.get(antecedent)).toEqual(before.products.get(antecedent));
          }
        },
      ),
    );
  });
});
