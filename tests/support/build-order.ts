import type { Customer, Order, OrderLine } from '#core/order/order';

/** 2026-06-01, a Monday, 10:00 in London. */
export const MONDAY = Date.parse('2026-06-01T09:00:00Z');

/** An ordinary line; name only the fact that matters. */
export function buildLine(over: Partial<OrderLine> = {}): OrderLine {
  return {
    lineId: 'gid://shopify/LineItem/1',
    productId: 'gid://shopify/Product/1',
    variantId: 'gid://shopify/ProductVariant/1',
    title: 'Espresso machine',
    quantity: 1,
    currentQuantity: 1,
    unitMinor: 10_000,
    valueMinor: 10_000,
    isGiftCard: false,
    requiresShipping: true,
    sellingPlanId: null,
    bundle: null,
    ...over,
  };
}

/** An ordinary paid order of one customer in Britain; name only the fact that matters. */
export function buildOrder(over: Partial<Order> = {}): Order {
  return {
    orderId: 'gid://shopify/Order/1',
    name: '#1001',
    customerId: 'gid://shopify/Customer/1',
    emailHash: 'a'.repeat(64),
    createdAt: MONDAY,
    confirmedAt: MONDAY,
    updatedAt: MONDAY,
    cancelledAt: null,
    isTest: false,
    isFullyRefunded: false,
    isBusiness: false,
    sourceName: 'web',
    tags: [],
    currency: 'GBP',
    subtotalMinor: 10_000,
    refunds: [],
    countryCode: 'GB',
    provinceCode: null,
    discountUsed: false,
    touchToken: null,
    lines: [buildLine()],
    ...over,
  };
}

/** A subscribed customer; name only the fact that matters. */
export function buildCustomer(over: Partial<Customer> = {}): Customer {
  return {
    customerId: 'gid://shopify/Customer/1',
    email: 'ada@example.test',
    firstName: 'Ada',
    locale: 'en',
    tags: [],
    isCompanyContact: false,
    marketingState: 'SUBSCRIBED',
    ...over,
  };
}
