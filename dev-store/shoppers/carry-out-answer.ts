import type { ShopperAnswer } from '../model';
import type { DevStore } from '../shop/dev-store';
import { payCart } from '../shop/pay-cart';
import type { ShopState } from '../shop/shop-state';
import { followLink } from './follow-link';

export type AnsweredEmail = {
  readonly to: string;
  readonly clickUrl: string;
  readonly unsubscribeUrl: string;
};

/** What a shopper does about an e-mail, over HTTP as a mail program and a browser would. */
export async function carryOutAnswer(
  store: DevStore,
  shop: ShopState,
  email: AnsweredEmail,
  kind: ShopperAnswer['kind'],
): Promise<void> {
  const { now } = store.clock;
  if (kind === 'unsubscribe') {
    const status = await unsubscribe(email.unsubscribeUrl);
    store.log.addAnswer({ at: now, shop: shop.shop.domain, kind, to: email.to, status, orderId: null });
    return;
  }
  const { status, url } = await followLink(email.clickUrl, store.origin);
  const cartId = url.origin === store.origin ? /\/checkout\/(\w+)$/.exec(url.pathname)?.[1] : undefined;
  const cart = cartId === undefined ? undefined : shop.carts.get(cartId);
  const order = kind === 'click_and_buy' && cart !== undefined ? payCart(store, shop, cart, email.to) : null;
  store.log.addAnswer({
    at: now,
    shop: shop.shop.domain,
    kind,
    to: email.to,
    status,
    orderId: order?.id ?? null,
  });
}

/** RFC 8058: the mail program posts without asking. Answers with the status; 0 when nobody is there. */
async function unsubscribe(url: string): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status ?? 0;
}
