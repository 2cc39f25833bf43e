import { gid } from '../graphql/gid';
import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { StoreRefund } from '../model';
import type { DevStore } from '../shop/dev-store';
import { subtotalMinor } from '../shop/order-money';

/**
 * GET /_dev/answer-orders?shop=: what shoppers bought by answering e-mails, in the order of buying. All of it is what the
 * e-mails caused: a seed's events are drawn before the first e-mail and happen whatever is answered and however much
 * stock is left, so that such an order takes the place of no other.
 */
export function answerAnswerOrders(store: DevStore, { response, url }: Call): void {
  const { orders, answerOrders } = shopOfControl(store, url.searchParams.get('shop'));
  const bought = Array.from(answerOrders, (id) => orders.get(id)).filter((order) => order !== undefined);
  sendJson(
    response,
    200,
    bought.map((order) => ({
      orderId: gid('Order', order.id),
      customerId: order.customerId === null ? null : gid('Customer', order.customerId),
      createdAt: order.createdAt,
      isCancelled: order.cancelledAt !== null,
      subtotalMinor: subtotalMinor(order),
      refunds: order.refunds.map(givenBack),
    })),
  );
}

function givenBack({ at, lines }: StoreRefund) {
  return { at, subtotalMinor: lines.reduce((sum, line) => sum + line.subtotalMinor, 0) };
}
