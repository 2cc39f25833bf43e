import type { CustomerFacts } from '#core/segments/customer-facts';
import { NO_DIFFERENCES, type Differences, type OwnSegment } from '#core/segments/own-segment';

/** The borders of a shop in which nobody in the top percent n spends less than 100 - n, in whole units of 100 minor. */
const BORDERS = Array.from({ length: 50 }, (_, at) => 100 * (99 - at));

/** A customer with two orders for 100.00 together, from Britain; name only the fact that matters. */
export function buildFacts(over: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    tags: [],
    orderCount: 2,
    meanOrderValueMinor: 5_000,
    valueBordersMinor: BORDERS,
    totalSpentMinor: 10_000,
    countryCode: 'GB',
    locale: 'en-GB',
    bought: { productIds: [], categories: [], usedDiscount: false },
    ...over,
  };
}

/** An own segment of everybody with an order, which changes nothing; name only what matters. */
export function buildSegment(
  over: Partial<Omit<OwnSegment, 'differences'>> & { readonly differences?: Partial<Differences> } = {},
): OwnSegment {
  return {
    id: 'own',
    name: 'Own',
    isOn: true,
    join: 'all',
    conditions: [{ fact: 'order_count', is: 'at_least', value: 1 }],
    ...over,
    differences: { ...NO_DIFFERENCES, ...over.differences },
  };
}
