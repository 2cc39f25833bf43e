import type { Store } from '#flows/ports';
import type { ShopDetails } from '#flows/records';
import { MONDAY } from './build-order';

/** An ordinary shop in Britain; name only the fact that matters. */
export function buildShopDetails(over: Partial<ShopDetails> = {}): ShopDetails {
  return {
    name: 'Bean & Leaf',
    currency: 'GBP',
    zone: 'Europe/London',
    countryCode: 'GB',
    contactEmail: 'owner@shop.test',
    postalAddress: '1 High Street, London',
    storeUrl: 'https://shop.test',
    readsAllOrders: true,
    ...over,
  };
}

let shops = 0;

/** A shop that nobody else in this file uses, installed on Monday. Out: its id. */
export async function installShop(store: Store): Promise<string> {
  shops += 1;
  const shopId = `shop-${shops}.myshopify.com`;
  await store.saveShop(shopId, buildShopDetails(), MONDAY);
  return shopId;
}
