import type { Order } from '#core/order/order';

/** A paid order of nothing in particular, as the platform tells it. In: which order, whose, when (ms), what else it holds. */
export function plainOrder(
  { orderId, customerId, at }: { readonly orderId: string; readonly customerId: string; readonly at: number },
  over: Partial<Order> = {},
): Order {
  return {
    orderId,
    name: `#${orderId}`,
    customerId,
    emailHash: null,
    createdAt: at,
    confirmedAt: at,
    updatedAt: at,
    cancelledAt: null,
    isTest: false,
    isFullyRefunded: false,
    isBusiness: false,
    sourceName: 'web',
    tags: [],
    currency: 'EUR',
    subtotalMinor: 4900,
    refunds: [],
    countryCode: 'GB',
    provinceCode: null,
    discountUsed: false,
    touchToken: null,
    lines: [],
    ...over,
  };
}
