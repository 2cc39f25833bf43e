import { gid } from '../../graphql/gid';
import type { StoreOrder } from '../../model';
import type { DevStore } from '../../shop/dev-store';
import { decimalAmount } from '../../shop/money';
import { orderTotals } from '../../shop/order-money';
import { financialStatus } from '../../shop/order-status';
import type { ShopState } from '../../shop/shop-state';
import { addressPayload } from './address-payload';
import { orderCustomerPayload } from './customer-payload';
import { lineItemPayload } from './line-item-payload';
import { moneySet } from './money-payload';
import { refundPayload } from './refund-payload';

const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** The body of orders/create, orders/paid, orders/updated and orders/cancelled. */
export function orderPayload(store: DevStore, shop: ShopState, order: StoreOrder) {
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const { currency } = order;
  const totals = orderTotals(order);
  const none = moneySet(0, currency);
  const number = Number(order.id);
  const address = addressPayload(customer?.firstName ?? null, order.countryCode, order.provinceCode);
  return {
    id: number,
    admin_graphql_api_id: gid('Order', order.id),
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: customer?.marketing.state === 'SUBSCRIBED',
    cancel_reason: order.cancelledAt === null ? null : 'customer',
    cancelled_at: isoOf(order.cancelledAt),
    cart_token: null,
    checkout_token: null,
    client_details: null,
    closed_at: null,
    ...(order.companyName === null ? {} : { company: { id: number, location_id: number } }),
    confirmation_number: null,
    confirmed: true,
    contact_email: order.email,
    created_at: isoOf(order.createdAt),
    currency,
    current_shipping_price_set: moneySet(totals.shipping, currency),
    current_subtotal_price: decimalAmount(totals.currentSubtotal, currency),
    current_subtotal_price_set: moneySet(totals.currentSubtotal, currency),
    current_total_additional_fees_set: null,
    current_total_discounts: decimalAmount(totals.discounts, currency),
    current_total_discounts_set: moneySet(totals.discounts, currency),
    current_total_duties_set: null,
    current_total_price: decimalAmount(totals.currentTotal, currency),
    current_total_price_set: moneySet(totals.currentTotal, currency),
    current_total_tax: decimalAmount(0, currency),
    current_total_tax_set: none,
    customer_locale: customer?.locale ?? null,
    device_id: null,
    discount_codes: order.discountCodes.map((code) => ({
      code,
      amount: decimalAmount(totals.discounts, currency),
      type: 'percentage',
    })),
    duties_included: false,
    email: order.email,
    estimated_taxes: false,
    financial_status: financialStatus(order).toLowerCase(),
    fulfillment_status: null,
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: String(shop.numericId),
    merchant_of_record_app_id: null,
    name: order.name,
    note: null,
    note_attributes: order.attributes.map(({ key, value }) => ({ name: key, value })),
    number,
    order_number: number,
    order_status_url: `${store.origin}/store/${shop.handle}/thanks/${order.id}`,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    payment_gateway_names: order.test ? ['bogus'] : ['shopify_payments'],
    phone: null,
    po_number: null,
    presentment_currency: currency,
    processed_at: isoOf(order.createdAt),
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    subtotal_price: decimalAmount(totals.subtotal, currency),
    subtotal_price_set: moneySet(totals.subtotal, currency),
    tags: order.tags.join(', '),
    tax_exempt: false,
    tax_lines: [],
    taxes_included: false,
    test: order.test,
    token: `order-${order.id}`,
    total_cash_rounding_payment_adjustment_set: none,
    total_cash_rounding_refund_adjustment_set: none,
    total_discounts: decimalAmount(totals.discounts, currency),
    total_discounts_set: moneySet(totals.discounts, currency),
    total_line_items_price: decimalAmount(totals.subtotal + totals.discounts, currency),
    total_line_items_price_set: moneySet(totals.subtotal + totals.discounts, currency),
    total_outstanding: decimalAmount(order.paidAt === null ? totals.total : 0, currency),
    total_price: decimalAmount(totals.total, currency),
    total_price_set: moneySet(totals.total, currency),
    total_shipping_price_set: moneySet(totals.shipping, currency),
    total_tax: decimalAmount(0, currency),
    total_tax_set: none,
    total_tip_received: decimalAmount(0, currency),
    total_weight: 0,
    updated_at: isoOf(order.updatedAt),
    user_id: null,
    billing_address: address,
    customer: customer === undefined ? null : orderCustomerPayload(customer, currency),
    discount_applications: order.discountCodes.map((code) => ({
      type: 'discount_code',
      code,
      value: decimalAmount(totals.discounts, currency),
      value_type: 'fixed_amount',
      target_type: 'line_item',
      target_selection: 'entitled',
      allocation_method: 'across',
    })),
    fulfillments: [],
    line_items: order.lines.map((line) => lineItemPayload(shop, line, currency)),
    payment_terms: null,
    refunds: order.refunds.map((refund) => refundPayload(shop, order, refund)),
    shipping_address: address,
    shipping_lines: [],
    returns: [],
    line_item_groups: [],
  };
}
