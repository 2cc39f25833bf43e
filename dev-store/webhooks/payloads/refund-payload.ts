import { gid } from '../../graphql/gid';
import type { StoreOrder, StoreRefund } from '../../model';
import { decimalAmount } from '../../shop/money';
import type { ShopState } from '../../shop/shop-state';
import { lineItemPayload } from './line-item-payload';
import { moneySet } from './money-payload';

/** The body of refunds/create, and each refund inside an order. */
export function refundPayload(shop: ShopState, order: StoreOrder, refund: StoreRefund) {
  const { currency } = order;
  const at = new Date(refund.at).toISOString();
  const none = moneySet(0, currency);
  return {
    id: Number(refund.id),
    order_id: Number(order.id),
    created_at: at,
    note: '',
    user_id: shop.numericId,
    processed_at: at,
    duties: [],
    total_duties_set: none,
    return: null,
    refund_shipping_lines: [],
    restock: false,
    admin_graphql_api_id: gid('Refund', refund.id),
    order_adjustments: [],
    refund_line_items: refund.lines.flatMap(({ lineId, quantity, subtotalMinor }) => {
      const line = order.lines.find((candidate) => candidate.id === lineId);
      if (line === undefined) return [];
      return {
        id: Number(refund.id),
        quantity,
        line_item_id: Number(lineId),
        location_id: null,
        restock_type: 'no_restock',
        subtotal: Number(decimalAmount(subtotalMinor, currency)),
        total_tax: 0,
        subtotal_set: moneySet(subtotalMinor, currency),
        total_tax_set: none,
        line_item: lineItemPayload(shop, line, currency),
      };
    }),
    transactions: [],
  };
}
