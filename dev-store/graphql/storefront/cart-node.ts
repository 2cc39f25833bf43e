import type { StoreCart } from '../../shop/cart';
import type { DevStore } from '../../shop/dev-store';
import { priceCart } from '../../shop/price-cart';
import type { ShopState } from '../../shop/shop-state';
import { isoTime } from '../admin/iso-time';
import { moneyV2 } from '../admin/money-bag';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';
import { storefrontVariantNode } from './storefront-product-node';

export function cartNode(store: DevStore, shop: ShopState, cart: StoreCart) {
  const { currency } = shop.shop;
  const priced = () => priceCart(shop, cart, store.clock.now);
  return {
    __typename: 'Cart',
    id: gid('Cart', cart.id),
    checkoutUrl: `${store.origin}/store/${shop.handle}/checkout/${cart.id}`,
    createdAt: () => isoTime(cart.createdAt),
    updatedAt: () => isoTime(cart.createdAt),
    note: null,
    attributes: cart.attributes,
    totalQuantity: () => cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    buyerIdentity: { email: cart.email, countryCode: cart.countryCode, phone: null, customer: null },
    discountCodes: () => priced().discounts.map(({ code, fault }) => ({ code, applicable: fault === null })),
    cost: () => {
      const { lines, totalMinor } = priced();
      const subtotalMinor = lines.reduce((sum, line) => sum + line.unitMinor * line.quantity, 0);
      return { subtotalAmount: moneyV2(subtotalMinor, currency), totalAmount: moneyV2(totalMinor, currency) };
    },
    lines: (page: PageArguments) =>
      connectList(cart.lines, page, (line) => {
        const product = shop.productsByVariant.get(line.variantId);
        return {
          __typename: 'CartLine',
          id: gid('CartLine', line.id),
          quantity: line.quantity,
          attributes: line.attributes,
          merchandise: product === undefined ? null : storefrontVariantNode(store, shop, product),
        };
      }),
  };
}
