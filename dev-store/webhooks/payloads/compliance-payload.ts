import type { StoreCustomer } from '../../model';
import { ordersOf } from '../../shop/customer-history';
import type { ShopState } from '../../shop/shop-state';

export type ComplianceTopic = 'customers/data_request' | 'customers/redact' | 'shop/redact';

/** The body of a compliance webhook; the customer's are about all orders of that customer. */
export function compliancePayload(shop: ShopState, topic: ComplianceTopic, customer: StoreCustomer | null) {
  const ofShop = { shop_id: shop.numericId, shop_domain: shop.shop.domain };
  if (customer === null) return ofShop;
  const orderIds = ordersOf(shop, customer).map(({ id }) => Number(id));
  const ofCustomer = {
    ...ofShop,
    customer: { id: Number(customer.id), email: customer.email ?? '', phone: '' },
  };
  return topic === 'customers/redact'
    ? { ...ofCustomer, orders_to_redact: orderIds }
    : { ...ofCustomer, orders_requested: orderIds, data_request: { id: Number(customer.id) } };
}
