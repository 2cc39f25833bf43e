import type { BasketColumns } from '#core/affinity/index-baskets';

/** Baskets as the server writes them: `person,product,product person,product …`, with how many there are of either. */
export type WrittenBaskets = { readonly baskets: number; readonly items: number; readonly written: string };

const [SPACE, COMMA, ZERO] = [0x20, 0x2c, 0x30];

/** In: baskets as one text, each with at least one product. Out: the same as columns. */
export function parseBaskets({ baskets, items, written }: WrittenBaskets): BasketColumns {
  const persons = new Int32Array(baskets);
  const products = { starts: new Int32Array(baskets + 1), items: new Int32Array(items) };
  let [basket, filled, number] = [0, 0, 0];
  let isPerson = true;
  for (let at = 0; at <= written.length; at += 1) {
    const code = at < written.length ? written.charCodeAt(at) : SPACE;
    if (code !== COMMA && code !== SPACE) {
      number = number * 10 + code - ZERO;
      continue;
    }
    if (isPerson) persons[basket] = number;
    else products.items[filled++] = number;
    isPerson = code === SPACE;
    number = 0;
    if (!isPerson || basket === baskets) continue; // an empty text has no basket
    basket += 1;
    products.starts[basket] = filled;
  }
  return { persons, products };
}
