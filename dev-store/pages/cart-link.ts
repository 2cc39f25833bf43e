import { redirect } from '../http/respond';
import { RefusedCall, type Call } from '../http/route';
import { shopOfHandle } from '../http/shop-of-call';
import { nextCartId, type StoreAttribute, type StoreCart } from '../shop/cart';
import type { DevStore } from '../shop/dev-store';
import { issueId, type ShopState } from '../shop/shop-state';

/** GET /store/{handle}/cart/{variant}:{quantity},...?discount=&attributes[name]=&checkout[email]=: Shopify's cart
 * permalink. It fills a new cart and goes on to its checkout. */
export function answerCartLink(store: DevStore, { response, params, url }: Call): void {
  const shop = shopOfHandle(store, params[0]);
  const discount = url.searchParams.get('discount');
  const cart: StoreCart = {
    id: nextCartId(shop, store.app.secret),
    createdAt: store.clock.now,
    lines: (params[1] ?? '').split(',').map((line) => readLine(shop, line)),
    discountCodes: discount === null ? [] : [discount],
    attributes: readAttributes(url.searchParams),
    email: url.searchParams.get('checkout[email]'),
    countryCode: null,
    orderId: null,
  };
  shop.carts.set(cart.id, cart);
  redirect(response, `/store/${shop.handle}/checkout/${cart.id}`);
}

function readLine(shop: ShopState, text: string) {
  const [variantId = '', quantity = '1'] = text.split(':');
  if (!shop.productsByVariant.has(variantId)) {
    throw new RefusedCall(404, `${shop.shop.name} has no variant ${variantId}: write variant:quantity`);
  }
  return { id: issueId(shop), variantId, quantity: Number(quantity), sellingPlanId: null, attributes: [] };
}

function readAttributes(parameters: URLSearchParams): ReadonlyArray<StoreAttribute> {
  return Array.from(parameters).flatMap(([name, value]) => {
    const key = /^attributes\[(.+)\]$/.exec(name)?.[1];
    return key === undefined ? [] : [{ key, value }];
  });
}
