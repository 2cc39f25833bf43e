import type { Customer, Order } from '../order/order';
import { YEAR_MS, type Instant } from '../shared/time';

/** Everything that a condition may ask about a customer at one moment. Money in minor units of the shop's currency. */
export type CustomerFacts = {
  readonly tags: ReadonlyArray<string>;
  readonly orderCount: number; // qualifying purchases
  readonly meanOrderValueMinor: number | null; // over 12 months; null: no purchases
  readonly valueBordersMinor: ValueBorders;
  readonly totalSpentMinor: number; // after refunds
  readonly countryCode: string | null;
  readonly locale: string | null;
  readonly bought: BoughtBefore;
};

/** The mean order value from which a customer is in the top 1 %, 2 % ... 50 %, in that order; null: too few customers. */
export type ValueBorders = ReadonlyArray<number> | null;

/** What a person's purchases held and still hold. */
export type BoughtBefore = {
  readonly productIds: ReadonlyArray<string>;
  readonly categories: ReadonlyArray<string>;
  readonly usedDiscount: boolean;
};

export type PurchaseAmounts = {
  readonly confirmedAt: Instant;
  readonly currency: string; // ISO 4217, of both amounts
  readonly valueMinor: number;
  readonly netMinor: number;
};

/**
 * A customer as conditions see them when an order has come in.
 * In: the order and customer as read just now, qualifying purchases (this order included), borders, what was bought.
 * Out: the facts; amounts are of purchases in the order's currency, the mean over the 12 months before it was confirmed.
 */
export function customerFacts(input: {
  readonly order: Order;
  readonly customer: Customer;
  readonly purchases: ReadonlyArray<PurchaseAmounts>;
  readonly valueBordersMinor: ValueBorders;
  readonly bought: BoughtBefore;
}): CustomerFacts {
  const { order, customer, purchases } = input;
  const since = (order.confirmedAt ?? order.createdAt) - YEAR_MS;
  const ofCurrency = purchases.filter((purchase) => purchase.currency === order.currency);
  const counted = ofCurrency.filter((purchase) => purchase.confirmedAt >= since);
  return {
    tags: customer.tags,
    orderCount: purchases.length,
    meanOrderValueMinor:
      counted.length === 0
        ? null
        : counted.reduce((sum, purchase) => sum + purchase.valueMinor, 0) / counted.length,
    valueBordersMinor: input.valueBordersMinor,
    totalSpentMinor: ofCurrency.reduce((sum, purchase) => sum + purchase.netMinor, 0),
    countryCode: order.countryCode,
    locale: customer.locale,
    bought: input.bought,
  };
}
