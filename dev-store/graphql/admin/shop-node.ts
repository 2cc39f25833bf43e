import { DateTime } from 'luxon';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { gid } from '../gid';

export function shopNode(store: DevStore, shop: ShopState) {
  const { shop: facts, numericId } = shop;
  const now = () => DateTime.fromMillis(store.clock.now, { zone: facts.zone });
  const address = {
    __typename: 'ShopAddress',
    id: gid('ShopAddress', String(numericId)),
    address1: facts.address.address1,
    address2: null,
    city: facts.address.city,
    company: facts.name,
    country: facts.address.country,
    countryCodeV2: facts.countryCode,
    phone: null,
    province: null,
    provinceCode: null,
    zip: facts.address.zip,
  };
  return {
    __typename: 'Shop',
    id: gid('Shop', String(numericId)),
    name: facts.name,
    description: null,
    email: facts.contactEmail,
    contactEmail: facts.contactEmail,
    shopOwnerName: 'Local Merchant',
    myshopifyDomain: facts.domain,
    url: `${store.origin}/store/${shop.handle}`,
    primaryDomain: {
      __typename: 'Domain',
      id: gid('Domain', String(numericId)),
      host: facts.domain,
      sslEnabled: false,
      url: `${store.origin}/store/${shop.handle}`,
    },
    ianaTimezone: facts.zone,
    timezoneAbbreviation: () => now().toFormat('ZZZZ'),
    timezoneOffset: () => now().toFormat('ZZZ'),
    timezoneOffsetMinutes: () => now().offset,
    currencyCode: facts.currency,
    enabledPresentmentCurrencies: [facts.currency],
    taxesIncluded: false,
    plan: {
      publicDisplayName: 'Development',
      displayName: 'Development',
      shopifyPlus: false,
      partnerDevelopment: true,
    },
    shopAddress: address,
    billingAddress: address,
    setupRequired: false,
  };
}
