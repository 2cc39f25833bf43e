import type { Instant, StoreCustomer, StoreSeed, StoreShop } from '../model';
import { browseHistory, type BrowseEvent } from './demo/browse-history';
import { CATALOGUE } from './demo/catalogue';
import { catalogueProducts, type Listing } from './demo/catalogue-products';
import type { DraftOrder } from './demo/draft-order';
import { numberOrders } from './demo/number-orders';
import { answerDemoEmail } from './demo/planted-answers';
import { drawShopper } from './demo/shopper';
import { shopperOrders } from './demo/shopper-orders';
import { shoppingTime } from './demo/shopping-time';
import { wholesaleOrders } from './demo/wholesale-orders';
import { seededRandom } from './seeded-random';

const DAY = 86_400_000;
const HISTORY_DAYS = 365;
const FUTURE_DAYS = 365;
const SHOPPERS_PER_DAY = 6;

const SHOP: StoreShop = {
  domain: 'demo.myshopify.com',
  name: 'Harbour Coffee',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  countryCode: 'DE',
  contactEmail: 'hello@harbour-coffee.test',
  address: { address1: 'Kaistraße 7', city: 'Hamburg', zip: '20457', country: 'DE' },
};

const LISTINGS: ReadonlyMap<string, Listing> = new Map([
  ['kenya-nyeri-250', { available: 0 }],
  ['carbon-steel-pan', { status: 'ARCHIVED' }],
  ['distribution-tool', { status: 'DRAFT' }],
]);

export type DemoStore = { readonly seed: StoreSeed; readonly browseEvents: ReadonlyArray<BrowseEvent> };

/** The coffee shop with known truth: a year of orders before `until` and another one after it, so that time can go on.
 * Equal input gives an equal shop. Its planted pairs and answers are in demo/planted-pairs and demo/planted-answers. */
export function buildDemoStore(choice: { readonly seed: number; readonly until: Instant }): DemoStore {
  const start = choice.until - HISTORY_DAYS * DAY;
  const end = choice.until + FUTURE_DAYS * DAY;
  const chance = (stream: string) => seededRandom(choice.seed, stream);

  const shoppers = SHOPPERS_PER_DAY * (HISTORY_DAYS + FUTURE_DAYS);
  const drafts: DraftOrder[] = [];
  for (let index = 0; index < shoppers; index += 1) {
    const random = chance(`shopper ${index}`);
    const arrivedAt = shoppingTime(start + Math.floor(index / SHOPPERS_PER_DAY) * DAY, 0, random);
    const shopper = drawShopper(index, arrivedAt, random);
    drafts.push(...shopperOrders(shopper, arrivedAt, end, random));
  }
  drafts.push(...wholesaleOrders(shoppers, start, end, chance('wholesale')));

  const products = catalogueProducts(CATALOGUE, LISTINGS, start);
  const events = numberOrders(drafts, products, SHOP.currency);
  const productIds = products.map(({ id }) => id);
  return {
    seed: {
      shop: SHOP,
      products,
      customers: customersOf(drafts),
      events,
      pricesFollowOrders: false,
      answerEmail: answerDemoEmail,
    },
    browseEvents: browseHistory(events, productIds, chance('browsing')),
  };
}

function customersOf(drafts: ReadonlyArray<DraftOrder>): ReadonlyArray<StoreCustomer> {
  return Array.from(new Set(drafts.flatMap(({ shopper }) => shopper.customer ?? [])));
}
