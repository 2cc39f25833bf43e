import type { RecordedOrder } from '#flows/records';
import { buildOrder } from './build-order';

/** An order that counts as a purchase, as it is kept; name only the facts that matter. */
export function buildRecordedOrder(
  order: Partial<RecordedOrder['order']> = {},
  derived: Partial<Omit<RecordedOrder, 'order'>> = {},
): RecordedOrder {
  return {
    order: buildOrder(order),
    basket: [],
    owned: [],
    returned: [],
    isPurchase: true,
    isGivenBack: false,
    valueMinor: 10_000,
    netMinor: 10_000,
    ...derived,
  };
}

/** Customer number n with their own address. */
export function buyer(n: number): { readonly customerId: string; readonly emailHash: string } {
  return { customerId: `gid://shopify/Customer/${n}`, emailHash: String(n).padStart(64, '0') };
}
