import { createHmac } from 'node:crypto';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { issueSessionToken } from '../oauth/session-token';

/** The address at which the admin embeds the app: its page with the parameters that Shopify adds, signed. */
export function embeddedUrl(store: DevStore, shop: ShopState, path: string): string {
  const { app } = store;
  const url = new URL(path, app.url);
  const nowMs = store.wallClock();
  const parameters = {
    embedded: '1',
    host: Buffer.from(`admin.shopify.com/store/${shop.handle}`).toString('base64url'),
    id_token: issueSessionToken(app, shop.shop.domain, nowMs),
    locale: url.searchParams.get('locale') ?? 'en',
    session: 'local-preview',
    shop: shop.shop.domain,
    timestamp: String(Math.floor(nowMs / 1000)),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  url.searchParams.sort();
  const message = Array.from(url.searchParams, ([name, value]) => `${name}=${value}`).join('&');
  url.searchParams.set('hmac', createHmac('sha256', app.secret).update(message).digest('hex'));
  return url.href;
}
