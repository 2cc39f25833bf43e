import type { StoreCustomer, StoreOrder, StoreProduct } from '../../model';
import { financialStatus } from '../../shop/order-status';
import type { Searchable } from '../search';

/** No filter by status unless one is asked for: closed and cancelled orders are among the answers. */
export const SEARCHABLE_ORDERS: Searchable<StoreOrder> = {
  noun: 'orders',
  idOf: (order) => order.id,
  fields: {
    created_at: { kind: 'time', read: (order) => order.createdAt },
    processed_at: { kind: 'time', read: (order) => order.createdAt },
    updated_at: { kind: 'time', read: (order) => order.updatedAt },
    id: { kind: 'text', read: (order) => [order.id] },
    name: { kind: 'text', read: (order) => [order.name] },
    customer_id: { kind: 'text', read: (order) => [order.customerId ?? ''] },
    financial_status: { kind: 'text', read: (order) => [financialStatus(order)] },
    source_name: { kind: 'text', read: (order) => [order.sourceName] },
    tag: { kind: 'text', read: (order) => order.tags },
    test: { kind: 'text', read: (order) => [String(order.test)] },
    status: {
      kind: 'text',
      read: (order) => [order.cancelledAt === null ? 'open' : 'cancelled', 'not_closed'],
    },
  },
  sortValues: {
    PROCESSED_AT: (order) => order.createdAt,
    CREATED_AT: (order) => order.createdAt,
    UPDATED_AT: (order) => order.updatedAt,
    ID: () => 0,
  },
};

export const SEARCHABLE_PRODUCTS: Searchable<StoreProduct> = {
  noun: 'products',
  idOf: (product) => product.id,
  fields: {
    updated_at: { kind: 'time', read: (product) => product.updatedAt },
    id: { kind: 'text', read: (product) => [product.id] },
    handle: { kind: 'text', read: (product) => [product.handle] },
    title: { kind: 'text', read: (product) => [product.title] },
    sku: { kind: 'text', read: (product) => [product.sku ?? ''] },
    product_type: { kind: 'text', read: (product) => [product.productType] },
    status: { kind: 'text', read: (product) => [product.status] },
  },
  sortValues: {
    ID: () => 0,
    TITLE: (product) => product.title,
    UPDATED_AT: (product) => product.updatedAt,
  },
};

export const SEARCHABLE_CUSTOMERS: Searchable<StoreCustomer> = {
  noun: 'customers',
  idOf: (customer) => customer.id,
  fields: {
    updated_at: { kind: 'time', read: (customer) => customer.marketing.updatedAt },
    id: { kind: 'text', read: (customer) => [customer.id] },
    email: { kind: 'text', read: (customer) => [customer.email ?? ''] },
    tag: { kind: 'text', read: (customer) => customer.tags },
  },
  sortValues: {
    ID: () => 0,
    UPDATED_AT: (customer) => customer.marketing.updatedAt,
  },
};
