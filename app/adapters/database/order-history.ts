import type { TouchFacts } from '#flows/records';

/** One order of a person as the server tells it, and where it stands beside the order that a decision is about. */
export type HistoryOrder = {
  readonly orderId: string;
  readonly confirmedAt: number; // Instant
  readonly isPurchase: boolean;
  readonly isNewer: boolean;
  readonly isEarlier: boolean; // neither: the order itself
  readonly netMinor: number;
  readonly valueMinor: number;
  readonly basket: ReadonlyArray<number>;
  readonly owned: ReadonlyArray<number>;
  readonly returned: ReadonlyArray<number>; // a short while ago
};

/** What a decision looks at in a person's orders. In: all of them, oldest first. Out: product numbers once each. */
export function historyOf(
  orders: ReadonlyArray<HistoryOrder>,
): Pick<TouchFacts, 'newerPurchases' | 'purchaseBefore' | 'owned' | 'boughtBefore' | 'returned'> {
  const earlier = orders.filter(({ isPurchase, isEarlier }) => isPurchase && isEarlier);
  const last = earlier.at(-1);
  return {
    newerPurchases: orders
      .filter(({ isPurchase, isNewer }) => isPurchase && isNewer)
      .map(({ orderId, confirmedAt, netMinor, valueMinor }) => ({
        orderId,
        confirmedAt,
        netMinor,
        valueMinor,
      })),
    purchaseBefore: last ? { orderId: last.orderId, confirmedAt: last.confirmedAt } : null,
    owned: distinct(orders.flatMap(({ owned }) => owned)),
    boughtBefore: distinct(earlier.flatMap(({ basket }) => basket)),
    returned: distinct(orders.flatMap(({ returned }) => returned)),
  };
}

function distinct(numbers: ReadonlyArray<number>): ReadonlyArray<number> {
  return [...new Set(numbers)];
}
