import type { TabulatedPair } from '#core/affinity/tabulate-pairs';
import type { CountedSale } from './read-orders';

/** An order and the one that the same customer placed next. */
export type Transition = { readonly order: CountedSale; readonly next: CountedSale };

/** What was learned, ready to be asked: pairs by antecedent; products are places in `productIds`. */
export type Learned = {
  readonly productIds: ReadonlyArray<string>; // ascending as text
  readonly places: ReadonlyMap<string, number>;
  readonly byAntecedent: ReadonlyArray<ReadonlyArray<TabulatedPair>>;
};

/** In: sales by customer, then time; an instant (ms). Out: those from the instant on that another one follows. */
export function listTransitions(sales: ReadonlyArray<CountedSale>, from: number): ReadonlyArray<Transition> {
  return sales.flatMap((order, at) => {
    const next = sales[at + 1];
    return next?.customerId === order.customerId && order.at >= from ? [{ order, next }] : [];
  });
}

/** In: product ids (ascending as text) and the pairs counted of them. */
export function arrangePairs(
  productIds: ReadonlyArray<string>,
  pairs: ReadonlyArray<TabulatedPair>,
): Learned {
  const byAntecedent: TabulatedPair[][] = productIds.map(() => []);
  for (const pair of pairs) byAntecedent[pair.antecedent]?.push(pair);
  return { productIds, places: new Map(productIds.map((id, place) => [id, place])), byAntecedent };
}

/**
 * How often the one product offered after an order is in the next one. Nothing of the order itself is offered; of equal
 * scores the first product id wins.
 * In: transitions, what was learned, a score per pair (0: never). Out: hits.
 */
export function countHits(
  transitions: ReadonlyArray<Transition>,
  { productIds, places, byAntecedent }: Learned,
  scoreOf: (pair: TabulatedPair) => number,
): number {
  const scores = byAntecedent.map((pairs) => Float64Array.from(pairs, scoreOf));
  let hits = 0;
  for (const { order, next } of transitions) {
    const inOrder = new Set(order.productIds.map((id) => places.get(id)));
    let best = { place: -1, score: 0 };
    for (const antecedent of inOrder) {
      if (antecedent === undefined) continue;
      byAntecedent[antecedent]?.forEach(({ consequent: place }, at) => {
        const score = scores[antecedent]?.[at] ?? 0;
        const isBetter = score > best.score || (score === best.score && score > 0 && place < best.place);
        if (isBetter && !inOrder.has(place)) best = { place, score };
      });
    }
    if (next.productIds.includes(productIds[best.place] ?? '')) hits += 1;
  }
  return hits;
}

/** The same for the product that most people have bought, whatever is in the order. In: distinct buyers by place. */
export function countPopularHits(
  transitions: ReadonlyArray<Transition>,
  { productIds }: Learned,
  buyers: Int32Array,
): number {
  const popular = [...productIds.keys()].sort((a, b) => (buyers[b] ?? 0) - (buyers[a] ?? 0) || a - b);
  return transitions.filter(({ order, next }) => {
    const place = popular.find((one) => !order.productIds.includes(productIds[one] ?? ''));
    return next.productIds.includes(productIds[place ?? -1] ?? '');
  }).length;
}

/** The hits to be expected of a product drawn at random from all that were learned of; a number with a fraction. */
export function expectRandomHits(transitions: ReadonlyArray<Transition>, { places }: Learned): number {
  return transitions.reduce((sum, { order, next }) => {
    const inOrder = new Set(order.productIds);
    const known = order.productIds.filter((id) => places.has(id)).length;
    const wanted = next.productIds.filter((id) => places.has(id) && !inOrder.has(id)).length;
    return places.size > known ? sum + wanted / (places.size - known) : sum;
  }, 0);
}
