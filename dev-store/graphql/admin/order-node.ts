import type { StoreOrder } from '../../model';
import { orderTotals } from '../../shop/order-money';
import { financialStatus } from '../../shop/order-status';
import type { ShopState } from '../../shop/shop-state';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';
import { addressNode } from './address-node';
import type { AdminNodes } from './admin-nodes';
import { isoTime } from './iso-time';
import { moneyBag } from './money-bag';
import { purchasingCompanyNode } from './company-node';
import { transactionNodes } from './transaction-node';

export function orderNode(shop: ShopState, order: StoreOrder, nodes: AdminNodes) {
  const { currency } = order;
  const totals = () => orderTotals(order);
  const customer = () => {
    const found = order.customerId === null ? undefined : shop.customers.get(order.customerId);
    return found === undefined ? null : nodes.customer(found);
  };
  return {
    __typename: 'Order',
    id: gid('Order', order.id),
    legacyResourceId: order.id,
    name: order.name,
    number() {
      return Number(order.id);
    },
    test: order.test,
    cancelledAt() {
      return isoTime(order.cancelledAt);
    },
    cancelReason() {
      return order.cancelledAt === null ? null : 'CUSTOMER';
    },
    closed: false,
    closedAt: null,
    confirmed: true,
    createdAt() {
      return isoTime(order.createdAt);
    },
    processedAt() {
      return isoTime(order.createdAt);
    },
    updatedAt() {
      return isoTime(order.updatedAt);
    },
    displayFinancialStatus() {
      return financialStatus(order);
    },
    displayFulfillmentStatus: 'UNFULFILLED',
    fulfillments: [],
    fullyPaid: order.paidAt !== null,
    unpaid: order.paidAt === null,
    edited: false,
    returnStatus: 'NO_RETURN',
    merchantEditable: false,
    merchantEditableErrors: ['The dev store does not edit orders'],
    sourceName: order.sourceName,
    sourceIdentifier: null,
    checkoutToken: null,
    note: null,
    tags: order.tags,
    currencyCode: currency,
    presentmentCurrencyCode: currency,
    subtotalPriceSet() {
      return moneyBag(totals().subtotal, currency);
    },
    currentSubtotalPriceSet() {
      return moneyBag(totals().currentSubtotal, currency);
    },
    totalPriceSet() {
      return moneyBag(totals().total, currency);
    },
    currentTotalPriceSet() {
      return moneyBag(totals().currentTotal, currency);
    },
    totalDiscountsSet() {
      return moneyBag(totals().discounts, currency);
    },
    currentTotalDiscountsSet() {
      return moneyBag(totals().discounts, currency);
    },
    totalRefundedSet() {
      return moneyBag(totals().refunded, currency);
    },
    totalShippingPriceSet() {
      return moneyBag(order.shippingMinor, currency);
    },
    totalTaxSet() {
      return moneyBag(0, currency);
    },
    totalOutstandingSet() {
      return moneyBag(order.paidAt === null ? totals().total : 0, currency);
    },
    email: order.email,
    customerLocale() {
      return shop.customers.get(order.customerId ?? '')?.locale ?? null;
    },
    customAttributes: order.attributes,
    discountCode: order.discountCodes[0] ?? null,
    discountCodes: order.discountCodes,
    customerJourneySummary: null,
    shippingAddress() {
      return addressNode(order.id, order.countryCode, order.provinceCode);
    },
    billingAddress() {
      return addressNode(order.id, order.countryCode, order.provinceCode);
    },
    purchasingEntity() {
      return order.companyName === null ? customer() : purchasingCompanyNode(order.id, order.companyName);
    },
    customer,
    lineItems(page: PageArguments) {
      return connectList(order.lines, page, (line) => nodes.lineItem(order, line));
    },
    refunds({ first }: PageArguments) {
      return order.refunds.slice(0, first ?? undefined).map((refund) => nodes.refund(order, refund));
    },
    transactions() {
      return transactionNodes(order);
    },
  };
}
