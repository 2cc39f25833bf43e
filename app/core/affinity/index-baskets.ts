export type Basket = { readonly person: number; readonly products: ReadonlyArray<number> };

/** Lists of whole numbers laid end to end: list i is `items[starts[i]] … items[starts[i + 1] - 1]`. */
export type Lists = { readonly starts: Int32Array; readonly items: Int32Array };

/** Baskets by the million: of each its person, and the list of its products. */
export type BasketColumns = { readonly persons: Int32Array; readonly products: Lists };

/** Baskets as typed arrays. Products, orders and persons are positions here, not numbers or ids. */
export type BasketIndex = {
  readonly productNumbers: Int32Array; // ascending, so that positions sort like numbers
  readonly persons: Int32Array; // of each order, ascending
  readonly allBuyers: number;
  readonly productsOf: Lists; // of each order, ascending
};

/** Up to this many products of an order are put in sequence by hand; a sort of its own costs more than it saves. */
const FEW = 24;

/** In: baskets as objects. Out: the same as columns. */
export function layOutBaskets(baskets: ReadonlyArray<Basket>): BasketColumns {
  const starts = new Int32Array(baskets.length + 1);
  baskets.forEach(({ products }, at) => (starts[at + 1] = (starts[at] ?? 0) + products.length));
  const items = new Int32Array(starts.at(-1) ?? 0);
  baskets.forEach(({ products }, at) => items.set(products, starts[at]));
  return { persons: Int32Array.from(baskets, ({ person }) => person), products: { starts, items } };
}

/** `indexColumns` for baskets that are few enough to be objects. */
export function indexBaskets(baskets: ReadonlyArray<Basket>): BasketIndex {
  return indexColumns(layOutBaskets(baskets));
}

/**
 * Lays baskets out for counting. Empty ones are left out: they neither hold a product nor come between two orders.
 * In: baskets ordered by person, then time, then order id, each of distinct products; product numbers are small, as a
 * shop hands them out.
 */
export function indexColumns({ persons: buyers, products }: BasketColumns): BasketIndex {
  const productNumbers = distinctAscending(products.items);
  const positions = new Int32Array((productNumbers.at(-1) ?? -1) + 1);
  productNumbers.forEach((number, position) => (positions[number] = position));

  const persons = new Int32Array(buyers.length);
  const starts = new Int32Array(buyers.length + 1);
  const items = new Int32Array(products.items.length);
  let [order, allBuyers, filled, last] = [0, 0, 0, -1];
  for (let basket = 0; basket < buyers.length; basket += 1) {
    const end = products.starts[basket + 1] ?? 0;
    let at = products.starts[basket] ?? 0;
    if (at === end) continue;
    const person = buyers[basket] ?? 0;
    if (allBuyers === 0 || person !== last) allBuyers += 1;
    last = person;
    const start = filled;
    for (; at < end; at += 1) items[filled++] = positions[products.items[at] ?? 0] ?? 0;
    sortPart(items, start, filled);
    persons[order] = allBuyers - 1;
    order += 1;
    starts[order] = filled;
  }
  return {
    productNumbers,
    allBuyers,
    persons: persons.subarray(0, order),
    productsOf: { starts: starts.subarray(0, order + 1), items },
  };
}

function distinctAscending(numbers: Int32Array): Int32Array {
  let highest = -1;
  for (let at = 0; at < numbers.length; at += 1) highest = Math.max(highest, numbers[at] ?? 0);
  const isThere = new Uint8Array(highest + 1);
  for (let at = 0; at < numbers.length; at += 1) isThere[numbers[at] ?? 0] = 1;
  return Int32Array.from([...isThere.keys()].filter((number) => isThere[number] === 1));
}

/** Sorts the items from `start` to before `end`, most of which are very few. */
function sortPart(items: Int32Array, start: number, end: number): void {
  if (end - start > FEW) {
    items.subarray(start, end).sort();
    return;
  }
  for (let at = start + 1; at < end; at += 1) {
    const item = items[at] ?? 0;
    let place = at;
    for (; place > start && (items[place - 1] ?? 0) > item; place -= 1) items[place] = items[place - 1] ?? 0;
    items[place] = item;
  }
}
