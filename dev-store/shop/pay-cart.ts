import type { StoreOrder } from '../model';
import type { StoreCart } from './cart';
import type { DevStore } from './dev-store';
import { findOrAddCustomer } from './find-or-add-customer';
import { placeOrder } from './place-order';
import { priceCart } from './price-cart';
import type { ShopState } from './shop-state';

/** Completes a checkout: an order of the buyer with this address, with the cart's attributes. Paying twice gives the
 * same order. Throws when nothing in the cart can be bought. */
export function payCart(store: DevStore, shop: ShopState, cart: StoreCart, email: string): StoreOrder {
  const paid = cart.orderId === null ? undefined : shop.orders.get(cart.orderId);
  if (paid !== undefined) return paid;
  const { now } = store.clock;
  const { lines, discounts } = priceCart(shop, { ...cart, email }, now);
  if (lines.length === 0)
    throw new Error(`cart ${cart.id} holds nothing that can be bought: start a new cart`);
  const applied = discounts.flatMap(({ discount }) => (discount === null ? [] : [discount]));
  const order = placeOrder(store, shop, {
    customer: findOrAddCustomer(shop, email, cart.countryCode, now),
    email,
    lines,
    countryCode: cart.countryCode,
    attributes: cart.attributes,
    discountCodes: applied.map(({ code }) => code),
    tags: [],
    sourceName: 'web',
    test: false,
    isPaid: true,
  });
  for (const discount of applied) discount.usedBy.push(email.toLowerCase());
  cart.orderId = order.id;
  return order;
}
