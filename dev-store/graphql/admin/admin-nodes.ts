import type { StoreCustomer, StoreLine, StoreOrder, StoreProduct, StoreRefund } from '../../model';

/** How each thing of a shop looks to the Admin API. Nodes reach each other through this, not by import, because orders
 * lead to customers and customers to orders. They answer with methods, because the compiler gives every arrow function its
 * name while the program runs, and an export draws half a million lines. */
export type AdminNodes = {
  readonly order: (order: StoreOrder) => object;
  readonly refund: (order: StoreOrder, refund: StoreRefund) => object;
  readonly lineItem: (order: StoreOrder, line: StoreLine) => object;
  readonly customer: (customer: StoreCustomer) => object;
  readonly product: (product: StoreProduct) => object;
  readonly variant: (product: StoreProduct) => object;
};
