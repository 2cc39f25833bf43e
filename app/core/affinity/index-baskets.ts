export type Basket = { readonly person: number; readonly products: ReadonlyArray<number> };

/** Lists of whole numbers laid end to end: list i is `items[starts[i]] … items[starts[i + 1] - 1]`. */
export type Lists = { readonly starts: Int32Array; readonly items: Int32Array };

/** Baskets as typed arrays. Products, orders and persons are positions here, not numbers or ids. */
export type BasketIndex = {
  readonly productNumbers: Int32Array; // ascending, so that positions sort like numbers
  readonly persons: Int32Array; // of each order
  readonly allBuyers: number;
  readonly productsOf: Lists; // of each order, ascending
  readonly ordersOf: Lists; // of each product, ascending, hence grouped by person
};

/**
 * Lays baskets out for counting. Empty ones are left out: they neither hold a product nor come between two orders.
 * In: baskets ordered by person, then time, then order id; product numbers are small, as a shop hands them out.
 */
export function indexBaskets(baskets: ReadonlyArray<Basket>): BasketIndex {
  const filled = baskets.filter((basket) => basket.products.length > 0);
  const productNumbers = distinctAscending(filled);
  const positions = new Int32Array((productNumbers.at(-1) ?? -1) + 1);
  productNumbers.forEach((number, position) => (positions[number] = position));

  const persons = new Int32Array(filled.length);
  const starts = new Int32Array(filled.length + 1);
  const items = new Int32Array(filled.reduce((sum, basket) => sum + basket.products.length, 0));
  let allBuyers = 0;
  let at = 0;
  filled.forEach(({ person, products }, order) => {
    if (person !== filled[order - 1]?.person) allBuyers += 1;
    persons[order] = allBuyers - 1;
    for (const number of products) items[at++] = positions[number] ?? 0;
    starts[order + 1] = at;
  });
  const ordersOf = transpose({ starts, items }, productNumbers.length);
  // Turning the table twice leaves every order's products sorted, without sorting anything.
  return { productNumbers, persons, allBuyers, ordersOf, productsOf: transpose(ordersOf, filled.length) };
}

function distinctAscending(baskets: ReadonlyArray<Basket>): Int32Array {
  let highest = -1;
  for (const { products } of baskets) for (const number of products) if (number > highest) highest = number;
  const isThere = new Uint8Array(highest + 1);
  for (const { products } of baskets) for (const number of products) isThere[number] = 1;
  return Int32Array.from([...isThere.keys()].filter((number) => isThere[number] === 1));
}

/** For lists of items: for every item the lists that hold it, ascending. */
function transpose({ starts, items }: Lists, width: number): Lists {
  const turnedStarts = new Int32Array(width + 1);
  for (const item of items) turnedStarts[item + 1] = (turnedStarts[item + 1] ?? 0) + 1;
  for (let item = 0; item < width; item += 1)
    turnedStarts[item + 1] = (turnedStarts[item + 1] ?? 0) + (turnedStarts[item] ?? 0);
  const next = turnedStarts.slice();
  const turned = new Int32Array(items.length);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    const end = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < end; at += 1) {
      const item = items[at] ?? 0;
      const place = next[item] ?? 0;
      turned[place] = list;
      next[item] = place + 1;
    }
  }
  return { starts: turnedStarts, items: turned };
}
