import type { StoreCustomer } from '../../model';
import { countOrders, ordersOf, spentMinor } from '../../shop/customer-history';
import type { ShopState } from '../../shop/shop-state';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';
import { addressNode } from './address-node';
import type { AdminNodes } from './admin-nodes';
import { companyContactNodes } from './company-node';
import { isoTime } from './iso-time';
import { moneyV2 } from './money-bag';

export function customerNode(shop: ShopState, customer: StoreCustomer, nodes: AdminNodes) {
  return {
    __typename: 'Customer',
    id: gid('Customer', customer.id),
    legacyResourceId: customer.id,
    firstName: customer.firstName,
    lastName: null,
    displayName: customer.firstName ?? customer.email ?? '',
    locale: customer.locale,
    tags: customer.tags,
    note: null,
    state: 'ENABLED',
    taxExempt: false,
    verifiedEmail: true,
    createdAt: () => isoTime(ordersOf(shop, customer)[0]?.createdAt ?? customer.marketing.updatedAt),
    updatedAt: () => isoTime(customer.marketing.updatedAt),
    numberOfOrders: () => String(countOrders(shop, customer)),
    amountSpent: () => moneyV2(spentMinor(shop, customer), shop.shop.currency),
    defaultEmailAddress: () => emailAddressNode(customer),
    defaultPhoneNumber: null,
    defaultAddress: () => addressNode(customer.id, customer.countryCode, customer.provinceCode),
    companyContactProfiles: () => companyContactNodes(customer.id, customer.companyName),
    metafield: () => null,
    lastOrder: () => {
      const last = ordersOf(shop, customer).at(-1);
      return last === undefined ? null : nodes.order(last);
    },
    orders: (page: PageArguments) => connectList(ordersOf(shop, customer), page, nodes.order),
  };
}

/** null without an address, and for a redacted customer, whose address Shopify has deleted. */
function emailAddressNode(customer: StoreCustomer) {
  const { email, marketing } = customer;
  if (email === null || marketing.state === 'REDACTED') return null;
  return {
    emailAddress: email,
    marketingState: marketing.state,
    marketingOptInLevel: marketing.state === 'SUBSCRIBED' ? 'SINGLE_OPT_IN' : null,
    marketingUpdatedAt: isoTime(marketing.updatedAt),
    openTrackingLevel: 'UNKNOWN',
    sourceLocation: null,
    validFormat: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email),
  };
}
