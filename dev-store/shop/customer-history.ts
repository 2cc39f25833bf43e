import type { StoreCustomer, StoreOrder } from '../model';
import { orderTotals } from './order-money';
import type { ShopState } from './shop-state';

/** The orders of a customer, oldest first. */
export function ordersOf(shop: ShopState, customer: StoreCustomer): ReadonlyArray<StoreOrder> {
  return shop.ordersByCustomer.get(customer.id) ?? [];
}

/** Orders in the customer's lifetime, test orders left out. */
export function countOrders(shop: ShopState, customer: StoreCustomer): number {
  return ordersOf(shop, customer).filter((order) => !order.test).length;
}

/** What the customer has paid and kept, in minor units. */
export function spentMinor(shop: ShopState, customer: StoreCustomer): number {
  return ordersOf(shop, customer)
    .filter((order) => !order.test && order.paidAt !== null && order.cancelledAt === null)
    .reduce((sum, order) => sum + orderTotals(order).currentTotal, 0);
}
