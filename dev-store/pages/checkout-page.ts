import { advanceClock } from '../clock/advance-clock';
import { redirect, sendText } from '../http/respond';
import { RefusedCall, type Call } from '../http/route';
import { shopOfHandle } from '../http/shop-of-call';
import type { StoreCart } from '../shop/cart';
import type { DevStore } from '../shop/dev-store';
import { payCart } from '../shop/pay-cart';
import { priceCart } from '../shop/price-cart';
import type { ShopState } from '../shop/shop-state';
import { formatPrice } from './format-price';
import { html } from './html';
import { shopPage } from './shop-window';

/** GET /store/{handle}/checkout/{cart}: looking at it changes nothing. */
export function answerCheckout(store: DevStore, { response, params }: Call): void {
  const shop = shopOfHandle(store, params[0]);
  const cart = requireCart(shop, params[1]);
  if (cart.orderId !== null) redirect(response, thanksPath(shop, cart.orderId));
  else sendText(response, 200, 'text/html', shopPage(shop, 'Checkout', checkoutForm(store, shop, cart)));
}

/** POST /store/{handle}/checkout/{cart}: pays. */
export async function answerCheckoutPayment(
  store: DevStore,
  { request, response, params }: Call,
): Promise<void> {
  const shop = shopOfHandle(store, params[0]);
  const cart = requireCart(shop, params[1]);
  const email = new URLSearchParams(request.body).get('email')?.trim() || cart.email;
  if (email === null)
    throw new RefusedCall(400, 'the email address is missing: fill it in on the checkout page');
  const order = payCart(store, shop, cart, email);
  await advanceClock(store, store.clock.now);
  redirect(response, thanksPath(shop, order.id));
}

/** GET /store/{handle}/thanks/{order} */
export function answerThanks(store: DevStore, { response, params }: Call): void {
  const shop = shopOfHandle(store, params[0]);
  const order = shop.orders.get(params[1] ?? '');
  if (order === undefined) throw new RefusedCall(404, `${shop.shop.name} has no order ${params[1]}`);
  const page = html` <h1>Thank you</h1>
    <p>Your order ${order.name} is placed.</p>
    <p><a href="/store/${shop.handle}">Back to the shop</a></p>`;
  sendText(response, 200, 'text/html', shopPage(shop, 'Thank you', page));
}

function requireCart(shop: ShopState, id: string | undefined): StoreCart {
  const cart = shop.carts.get(id ?? '');
  if (cart === undefined)
    throw new RefusedCall(404, `${shop.shop.name} has no checkout ${id}: start a new cart`);
  return cart;
}

function thanksPath(shop: ShopState, orderId: string): string {
  return `/store/${shop.handle}/thanks/${orderId}`;
}

function checkoutForm(store: DevStore, shop: ShopState, cart: StoreCart) {
  const { lines, discounts, totalMinor } = priceCart(shop, cart, store.clock.now);
  const price = (minor: number) => formatPrice(minor, shop.shop.currency);
  return html` <h1>Checkout</h1>
    <ul>
      ${lines.map(
        (line) =>
          html` <li>
            ${line.quantity} x ${line.product.title}: ${price(line.unitMinor * line.quantity)}
            ${line.discountMinor === 0 ? '' : `less ${price(line.discountMinor)}`}
          </li>`,
      )}
    </ul>
    ${discounts.map(
      ({ code, fault }) =>
        html`<p>Code ${code} ${fault === null ? 'is applied' : `does not apply (${fault})`}</p>`,
    )}
    <p>Total: <strong>${price(totalMinor)}</strong></p>
    <form method="post">
      <label
        >Email
        <input type="email" name="email" value="${cart.email ?? ''}" autocomplete="email" required />
      </label>
      <button type="submit">Pay</button>
    </form>`;
}
