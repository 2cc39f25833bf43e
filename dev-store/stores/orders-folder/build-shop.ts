import { basename, resolve } from 'node:path';
import type { StoreOrder, StoreShop } from '../../model';
import { zoneOfCurrency } from './currency-defaults';

const HOME_COUNTRY: ReadonlyMap<string, string> = new Map([
  ['GBP', 'GB'],
  ['EUR', 'DE'],
]);

/** The shop that a folder's orders belong to: it stands where most of them are sent, or where its currency is used. */
export function buildShop(directory: string, currency: string, orders: ReadonlyArray<StoreOrder>): StoreShop {
  const countryCode = mostFrequentCountry(orders) ?? HOME_COUNTRY.get(currency) ?? 'US';
  return {
    domain: 'orders.myshopify.com',
    name: basename(resolve(directory)),
    currency,
    zone: zoneOfCurrency(currency),
    countryCode,
    contactEmail: 'shop@example.test',
    address: { address1: '1 Example Street', city: 'Exampleton', zip: '00000', country: countryCode },
  };
}

function mostFrequentCountry(orders: ReadonlyArray<StoreOrder>): string | null {
  const counts = new Map<string, number>();
  for (const { countryCode } of orders) {
    if (countryCode !== null) counts.set(countryCode, (counts.get(countryCode) ?? 0) + 1);
  }
  let most: string | null = null;
  for (const [code, count] of counts) {
    if (most === null || count > (counts.get(most) ?? 0)) most = code;
  }
  return most;
}
