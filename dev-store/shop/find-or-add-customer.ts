import type { Instant, StoreCustomer } from '../model';
import { addCustomer, issueId, type ShopState } from './shop-state';

/** The customer of an e-mail address; a new one, who was never asked for consent, when the shop has none. */
export function findOrAddCustomer(
  shop: ShopState,
  email: string,
  countryCode: string | null,
  now: Instant,
): StoreCustomer {
  const known = shop.customersByEmail.get(email.toLowerCase());
  if (known !== undefined) return known;
  const id = issueId(shop);
  const customer: StoreCustomer = {
    id,
    sourceId: id,
    email,
    firstName: null,
    locale: 'en',
    countryCode: countryCode ?? shop.shop.countryCode,
    provinceCode: null,
    tags: [],
    marketing: { state: 'NOT_SUBSCRIBED', updatedAt: now },
    companyName: null,
  };
  addCustomer(shop, customer);
  return customer;
}
