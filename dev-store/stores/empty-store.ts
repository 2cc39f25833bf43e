import type { Instant, StoreSeed } from '../model';
import { CATALOGUE } from './demo/catalogue';
import { catalogueProducts } from './demo/catalogue-products';
import { unsubscribeAtFirstEmail } from './first-email-unsubscribe';

/** A shop that has put its products online at `openedAt` and sold nothing yet. */
export function buildEmptyStore(openedAt: Instant): StoreSeed {
  return {
    shop: {
      domain: 'empty.myshopify.com',
      name: 'Empty Shelf',
      currency: 'USD',
      zone: 'America/New_York',
      countryCode: 'US',
      contactEmail: 'hello@empty-shelf.test',
      address: { address1: '1 Example Street', city: 'New York', zip: '10001', country: 'US' },
    },
    products: catalogueProducts(CATALOGUE, new Map(), openedAt),
    customers: [],
    events: [],
    pricesFollowOrders: false,
    answerEmail: unsubscribeAtFirstEmail,
  };
}
