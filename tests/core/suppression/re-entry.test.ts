import { describe, expect, it } from 'vitest';
import { comparePurchases, findRecentPurchase } from '#core/suppression/re-entry';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';

const order = (number: number, confirmedAt: number) => ({
  orderId: `gid://shopify/Order/${number}`,
  confirmedAt,
});
const trigger = order(50, MONDAY);

describe('purchases before the trigger order (R28)', () => {
  it.each([
    ['a millisecond before', MONDAY - 1, true],
    ['14 days before to the millisecond', MONDAY - 14 * DAY_MS, true],
    ['14 days and a millisecond before', MONDAY - 14 * DAY_MS - 1, false],
    ['after it', MONDAY + 1, false],
  ])('%s', (_name, confirmedAt, counts) => {
    const other = order(7, confirmedAt);
    expect(findRecentPurchase([trigger, other], trigger)).toEqual(counts ? other : null);
  });

  it('the trigger order itself is no earlier purchase', () => {
    expect(findRecentPurchase([trigger], trigger)).toBeNull();
  });

  it('at the same instant the lower order number came first', () => {
    expect(findRecentPurchase([order(9, MONDAY)], trigger)).toEqual(order(9, MONDAY));
    expect(findRecentPurchase([order(51, MONDAY)], trigger)).toBeNull();
    expect(comparePurchases(order(9, MONDAY), order(10, MONDAY))).toBeLessThan(0);
  });
});
