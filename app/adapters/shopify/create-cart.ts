import type { Admin, NewCart } from '#flows/ports';
import type { ShopCalls } from './call-shop';
import { TOUCH_ATTRIBUTE } from './parse-order';
import { CREATE_CART } from './storefront-operations/cart';

/**
 * Puts one product into a new cart of the shop's store front, marked with the touch it came of. A cart that Shopify
 * made but warns about (out of stock) is a problem too: a shopper must not be led to an empty checkout.
 */
export async function createCart(
  calls: ShopCalls,
  shopId: string,
  cart: NewCart,
): ReturnType<Admin['createCart']> {
  const { cartCreate } = await calls.storefront(shopId, CREATE_CART, {
    input: {
      lines: [{ merchandiseId: cart.variantId, quantity: 1, sellingPlanId: cart.sellingPlanId }],
      attributes: [{ key: TOUCH_ATTRIBUTE, value: cart.touchToken }],
    },
  });
  const [problem] = [...(cartCreate?.userErrors ?? []), ...(cartCreate?.warnings ?? [])];
  if (problem) return { problem: `${problem.code ?? 'REFUSED'}: ${problem.message}` };
  return cartCreate?.cart
    ? { checkoutUrl: String(cartCreate.cart.checkoutUrl) }
    : { problem: 'EMPTY: no cart was made' };
}
