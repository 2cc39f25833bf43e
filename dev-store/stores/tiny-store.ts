import type { Instant, StoreSeed } from '../model';
import { shelf } from './demo/catalogue-entry';
import { catalogueProducts } from './demo/catalogue-products';
import type { DraftOrder } from './demo/draft-order';
import { numberOrders } from './demo/number-orders';
import { drawShopper } from './demo/shopper';
import { unsubscribeAtFirstEmail } from './first-email-unsubscribe';
import { seededRandom } from './seeded-random';

const DAY = 86_400_000;
const ORDERS = 30;
const SHOPPERS = 22;
const DAYS_BETWEEN_ORDERS = 6;

const candle = shelf('Candles', 'Home & Garden > Decor > Home Fragrances > Candles', 'consumable');
const holder = shelf(
  'Candle Holders',
  'Home & Garden > Decor > Home Fragrance Accessories > Candle Holders',
  'durable',
);

const PRODUCTS = [
  candle('candle-fig', 'Fig Candle', 2_400, 3, { lastsDays: 40 }),
  candle('candle-cedar', 'Cedar Candle', 2_400, 3, { lastsDays: 40 }),
  candle('candle-sea-salt', 'Sea Salt Candle', 2_400, 2, { lastsDays: 40 }),
  candle('candle-lavender', 'Lavender Candle', 2_200, 2, { lastsDays: 40 }),
  candle('candle-unscented', 'Unscented Candle', 1_800, 1, { lastsDays: 40 }),
  candle('tapers-ivory', 'Ivory Tapers, pair', 900, 2, { lastsDays: 10 }),
  candle('tapers-green', 'Green Tapers, pair', 900, 1, { lastsDays: 10 }),
  candle('tea-lights', 'Tea Lights, 20 pieces', 700, 2, { lastsDays: 20 }),
  holder('holder-brass', 'Brass Holder', 3_200, 1),
  holder('holder-stoneware', 'Stoneware Holder', 2_800, 1),
  holder('wick-trimmer', 'Wick Trimmer', 1_400, 1),
  holder('snuffer', 'Candle Snuffer', 1_600, 1),
];

/** A shop too small to learn from: 12 products and 30 orders of 22 shoppers in the half year before `until`. */
export function buildTinyStore(until: Instant): StoreSeed {
  const random = seededRandom(1, 'tiny');
  const start = until - ORDERS * DAYS_BETWEEN_ORDERS * DAY;
  const shoppers = Array.from({ length: SHOPPERS }, (_, index) => drawShopper(index, start, random));
  const drafts = Array.from({ length: ORDERS }, (_, index): DraftOrder => {
    const entries = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(PRODUCTS)));
    return {
      at: start + index * DAYS_BETWEEN_ORDERS * DAY,
      shopper: shoppers[index] ?? random.pick(shoppers),
      lines: Array.from(entries, (entry) => ({ entry, quantity: 1, onPlan: false })),
      sourceName: 'web',
      test: false,
      discount: null,
      aftermath: null,
    };
  });
  const products = catalogueProducts(PRODUCTS, new Map(), start);
  return {
    shop: {
      domain: 'tiny.myshopify.com',
      name: 'Tiny Candles',
      currency: 'GBP',
      zone: 'Europe/London',
      countryCode: 'GB',
      contactEmail: 'hello@tiny-candles.test',
      address: { address1: '1 Example Street', city: 'Bristol', zip: 'BS1 1AA', country: 'GB' },
    },
    products,
    customers: shoppers.flatMap(({ customer }) => customer ?? []),
    events: numberOrders(drafts, products, 'GBP'),
    pricesFollowOrders: false,
    answerEmail: unsubscribeAtFirstEmail,
  };
}
