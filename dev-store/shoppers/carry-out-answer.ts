import type { ShopperAnswer } from '../model';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { followLink } from './follow-link';
import { takeAnswer } from './take-answer';

export type AnsweredEmail = {
  readonly number: number; // which of the shop's e-mails, counted from 1
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
  // In a replay the answer comes from the journal.
  if (store.replay !== null || shop.answeredEmails.has(email.number)) return;
  const { number, to } = email;
  if (kind === 'unsubscribe') {
    const status = await unsubscribe(email.unsubscribeUrl);
    takeAnswer(store, shop, { email: number, kind, to, status, cart: null });
    return;
  }
  const { status, url } = await followLink(email.clickUrl, store.origin);
  const cartId = url.origin === store.origin ? /\/checkout\/(\w+)$/.exec(url.pathname)?.[1] : undefined;
  const cart = cartId === undefined ? null : (shop.carts.get(cartId) ?? null);
  takeAnswer(store, shop, { email: number, kind, to, status, cart });
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
