import type { Instant, StoreCustomer } from '../../model';
import { FIRST_CUSTOMER_NUMBER } from '../id-ranges';
import type { SeededRandom } from '../seeded-random';
import { CATALOGUE } from './catalogue';
import type { DraftOrder } from './draft-order';
import type { Shopper } from './shopper';
import { shoppingTime } from './shopping-time';

const DAY = 86_400_000;

const COMPANIES = [
  'Café Kai GmbH',
  'Hafenbar OHG',
  'Büro & Bohne AG',
  'Hotel Elbblick',
  'Kantine Nord eG',
  'Studio Ostkreuz',
  'Rösterei Klein',
  'Bistro Alster',
  'Praxis am Markt',
  'Coworking Mole',
];

/** The companies that buy in bulk, each about every 30 days between two instants. `firstIndex` is the first customer
 * index that is still free. */
export function wholesaleOrders(
  firstIndex: number,
  start: Instant,
  end: Instant,
  random: SeededRandom,
): ReadonlyArray<DraftOrder> {
  return COMPANIES.flatMap((companyName, index) => {
    const shopper = wholesaleBuyer(companyName, firstIndex + index, start);
    const orders: DraftOrder[] = [];
    let at = shoppingTime(start, random.between(0, 30) * DAY, random);
    while (at < end) {
      orders.push(wholesaleOrder(shopper, at, random));
      at = shoppingTime(at, random.between(25, 35) * DAY, random);
    }
    return orders;
  });
}

function wholesaleBuyer(companyName: string, index: number, start: Instant): Shopper {
  const id = String(FIRST_CUSTOMER_NUMBER + index);
  const email = `orders.${index + 1}@example.test`;
  const customer: StoreCustomer = {
    id,
    sourceId: id,
    email,
    firstName: null,
    locale: 'de',
    countryCode: 'DE',
    provinceCode: null,
    tags: ['wholesale'],
    marketing: { state: 'SUBSCRIBED', updatedAt: start },
    companyName,
  };
  return { customer, email, countryCode: 'DE', provinceCode: null, isRegular: true };
}

function wholesaleOrder(shopper: Shopper, at: Instant, random: SeededRandom): DraftOrder {
  const supplies = CATALOGUE.filter(({ nature }) => nature === 'consumable');
  const entries = new Set(Array.from({ length: random.whole(3, 6) }, () => random.pick(supplies)));
  return {
    at,
    shopper,
    lines: Array.from(entries, (entry) => ({ entry, quantity: random.whole(6, 24), onPlan: false })),
    sourceName: 'web',
    test: false,
    discount: { code: 'TRADE', percentOff: 30 },
    aftermath: null,
  };
}
