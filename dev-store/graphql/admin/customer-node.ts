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
    createdAt() {
      return isoTime(ordersOf(shop, customer)[0]?.createdAt ?? customer.marketing.updatedAt);
    },
    updatedAt() {
      return isoTime(customer.marketing.updatedAt);
    },
    numberOfOrders() {
      return String(countOrders(shop, customer));
    },
    amountSpent() {
      return moneyV2(spentMinor(shop, customer), shop.shop.currency);
    },
    defaultEmailAddress() {
      return emailAddressNode(customer);
    },
    defaultPhoneNumber: null,
    defaultAddress() {
      return addressNode(customer.id, customer.countryCode, customer.provinceCode);
    },
    companyContactProfiles() {
      return companyContactNodes(customer.id, customer.companyName);
    },
    metafield() {
      return null;
    },
    lastOrder() {
      const last = ordersOf(shop, customer).at(-1);
      return last === undefined ? null : nodes.order(last);
    },
    orders(page: PageArguments) {
      return connectList(ordersOf(shop, customer), page, nodes.order);
    },
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
