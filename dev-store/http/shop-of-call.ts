import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { RefusedCall, type Call } from './route';

/** The shop of a domain such as demo.myshopify.com. */
function requireShop(store: DevStore, domain: string): ShopState {
  const shop = store.shops.get(domain);
  if (shop !== undefined) return shop;
  const known = Array.from(store.shops.keys()).join(', ');
  throw new RefusedCall(404, `there is no shop "${domain}" here: use one of ${known}`);
}

/** The shop that an API call is meant for. */
export function shopOfHeader(store: DevStore, call: Call): ShopState {
  const domain = call.request.headers['x-dev-shop'];
  if (typeof domain !== 'string') {
    throw new RefusedCall(400, 'the header X-Dev-Shop is missing: name the shop, such as demo.myshopify.com');
  }
  return requireShop(store, domain);
}

/** The shop of a browser's path, /store/{handle}/... */
export function shopOfHandle(store: DevStore, handle: string | undefined): ShopState {
  return requireShop(store, `${handle ?? ''}.myshopify.com`);
}

/** The shop that a control call names; with one shop only it need not be named. */
export function shopOfControl(store: DevStore, domain: string | null | undefined): ShopState {
  if (typeof domain === 'string') return requireShop(store, domain);
  const [only, ...others] = store.shops.values();
  if (only !== undefined && others.length === 0) return only;
  throw new RefusedCall(400, `shop is missing: name one of ${Array.from(store.shops.keys()).join(', ')}`);
}
