import type { BasketIndex, Lists } from './index-baskets';

/**
 * What each order's immediately following order of the same person holds that the order itself does not: B may follow A
 * only where B was not there already.
 * In: baskets as indexed. Out: for every order its products, ascending; none where no order follows.
 */
export function listArrivals({ persons, productsOf }: BasketIndex): Lists {
  const { starts: orderStarts, items: products } = productsOf;
  const starts = new Int32Array(orderStarts.length);
  // Every order follows at most one other, so its products arrive at most once.
  const items = new Int32Array(products.length);
  let filled = 0;
  for (let order = 0; order < persons.length; order += 1) {
    if (order + 1 < persons.length && persons[order + 1] === persons[order]) {
      const end = orderStarts[order + 1] ?? 0;
      const nextEnd = orderStarts[order + 2] ?? 0;
      let at = orderStarts[order] ?? 0;
      for (let next = end; next < nextEnd; next += 1) {
        const product = products[next] ?? 0;
        while (at < end && (products[at] ?? 0) < product) at += 1;
        if (at === end || products[at] !== product) items[filled++] = product;
      }
    }
    starts[order + 1] = filled;
  }
  return { starts, items: items.subarray(0, filled) };
}
