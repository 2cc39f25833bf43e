import type { StoreCustomer, StoreLine, StoreOrder, StoreProduct } from '../../model';

/** How each thing of a shop looks to the Admin API. Nodes reach each other through this, not by import, because orders
 * lead to customers and customers to orders. */
// Nodes answer with methods, not arrow functions: those would be named one by one, half a million times in an export.
export type AdminNodes = {
  readonly order: (order: StoreOrder) => object;
  readonly lineItem: (order: StoreOrder, line: StoreLine) => object;
  readonly customer: (customer: StoreCustomer) => object;
  readonly product: (product: StoreProduct) => object;
  readonly variant: (product: StoreProduct) => object;
};
