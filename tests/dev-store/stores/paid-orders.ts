import type { StoreOrder, StoreSeed } from '../../../dev-store/model';

/** The orders that a store's events pay, in their order. */
export function paidOrders(seed: StoreSeed): ReadonlyArray<StoreOrder> {
  return seed.events.flatMap((event) => (event.kind === 'order_paid' ? [event.order] : []));
}

/** The orders of each person, told apart by customer or else by address, in their order. */
export function ordersByPerson(
  orders: ReadonlyArray<StoreOrder>,
): ReadonlyMap<string, ReadonlyArray<StoreOrder>> {
  const byPerson = new Map<string, StoreOrder[]>();
  for (const order of orders) {
    const person = order.customerId ?? order.email?.toLowerCase();
    if (person === undefined) continue;
    byPerson.set(person, [...(byPerson.get(person) ?? []), order]);
  }
  return byPerson;
}
