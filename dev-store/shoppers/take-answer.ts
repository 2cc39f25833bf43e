import type { ShopperAnswer } from '../model';
import type { StoreCart } from '../shop/cart';
import type { DevStore } from '../shop/dev-store';
import { payCart } from '../shop/pay-cart';
import type { ShopState } from '../shop/shop-state';

export type TakenAnswer = {
  readonly email: number; // which of the shop's e-mails it answers, counted from 1
  readonly kind: ShopperAnswer['kind'];
  readonly to: string;
  readonly status: number; // what the app said to it; 0 = nobody was there
  readonly cart: StoreCart | null; // where a click led
};

/** What a shopper's answer does in the shop, once the app has had its part: the purchase, and a line in the log. */
export function takeAnswer(store: DevStore, shop: ShopState, answer: TakenAnswer): void {
  const { email, kind, to, status, cart } = answer;
  const domain = shop.shop.domain;
  const cartId = cart?.id ?? null;
  store.journal.write(store, { kind: 'answer', shop: domain, email, answer: kind, to, status, cartId });
  shop.answeredEmails.add(email);
  const order = kind === 'click_and_buy' && cart !== null ? payCart(store, shop, cart, to) : null;
  if (order !== null) shop.answerOrders.add(order.id);
  store.log.addAnswer({ at: store.clock.now, shop: domain, kind, to, status, orderId: order?.id ?? null });
}
