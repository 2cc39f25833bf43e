import { gid } from '../../graphql/gid';
import type { StoreLine } from '../../model';
import { decimalAmount } from '../../shop/money';
import type { ShopState } from '../../shop/shop-state';
import { moneySet } from './money-payload';

export function lineItemPayload(shop: ShopState, line: StoreLine, currency: string) {
  const product = line.productId === null ? undefined : shop.products.get(line.productId);
  const id = Number(line.id);
  return {
    id,
    admin_graphql_api_id: gid('LineItem', line.id),
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: line.currentQuantity,
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: line.isGiftCard,
    grams: 0,
    name: line.title,
    price: decimalAmount(line.unitMinor, currency),
    price_set: moneySet(line.unitMinor, currency),
    product_exists: product !== undefined,
    product_id: product === undefined ? null : Number(product.id),
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sales_line_item_group_id: line.bundle === undefined ? null : Number(line.bundle.id),
    sku: product?.sku ?? '',
    taxable: true,
    title: line.title,
    total_discount: decimalAmount(line.discountMinor, currency),
    total_discount_set: moneySet(line.discountMinor, currency),
    variant_id: product === undefined ? null : Number(product.variantId),
    variant_inventory_management: null,
    variant_title: null,
    vendor: null,
    tax_lines: [],
    duties: [],
    discount_allocations: discountAllocations(line, currency),
  };
}

function discountAllocations(line: StoreLine, currency: string) {
  if (line.discountMinor === 0) return [];
  return [
    {
      amount: decimalAmount(line.discountMinor, currency),
      amount_set: moneySet(line.discountMinor, currency),
      discount_application_index: 0,
    },
  ];
}
