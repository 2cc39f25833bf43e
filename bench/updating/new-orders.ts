import type { RecordedOrder } from '#flows/records';
import { seededRandom } from '../../dev-store/stores/seeded-random';
import { HISTORY_TO } from '../mining/fill-shop';
import { generateBaskets } from '../mining/generate-baskets';
import { plainOrder } from '../plain-order';

const MOST_PRODUCTS = 8;
const LINES_PER_ORDER = 2.4; // of the generated baskets, on average
const KNOWN = 0.5; // of new orders: somebody who has bought before

/**
 * Orders that come in after the history, of one to eight products, half of them by people of the history.
 * In: products of the shop, people of its history, orders wanted, a number that tells this lot from others.
 */
export function newOrders(input: {
  readonly products: number;
  readonly people: number;
  readonly orders: number;
  readonly lot: number;
}): ReadonlyArray<RecordedOrder> {
  const { products, people, orders, lot } = input;
  const random = seededRandom(lot, 'orders that come in');
  const lines = Math.ceil(orders * LINES_PER_ORDER * 1.3) + lot; // other baskets for every lot
  const { persons, products: baskets } = generateBaskets(lines, products);
  const few = Array.from(persons.keys(), (at) =>
    baskets.items.subarray(baskets.starts[at], baskets.starts[at + 1]),
  ).filter((basket) => basket.length <= MOST_PRODUCTS);
  if (few.length < orders)
    throw new Error(`${few.length} baskets of ${lines} lines are fewer than ${orders}`);
  return few.slice(0, orders).map((basket, at) => {
    const isKnown = random.chance(KNOWN);
    return recordedOrder([...basket], {
      orderId: `new-${lot}-${at}`,
      customerId: isKnown ? `c${random.whole(0, people - 1)}` : `new-${lot}-${at}`,
      at: HISTORY_TO + lot * 1_000_000 + at,
    });
  });
}

/** In: counted product numbers; which order, whose, when (ms). */
export function recordedOrder(
  basket: ReadonlyArray<number>,
  which: Parameters<typeof plainOrder>[0],
): RecordedOrder {
  const money = { valueMinor: 4900, netMinor: 4900 };
  return {
    order: plainOrder(which),
    basket,
    owned: basket,
    returned: [],
    isPurchase: true,
    isGivenBack: false,
    ...money,
  };
}
