import type { StoreCustomer, StoreProduct } from '../model';
import { isSellable } from '../shop/product-availability';
import type { ShopState } from '../shop/shop-state';
import { formatPrice } from './format-price';
import { html } from './html';

const LINES = 3;
const MOST_CUSTOMERS = 8;

/** The form that places an order: up to three products, by a customer of the shop or by a typed address. */
export function orderForm(shop: ShopState) {
  const products = Array.from(shop.products.values()).filter(isSellable);
  if (products.length === 0) return '';
  return html` <details>
    <summary>Place an order</summary>
    <form id="place-order">
      ${Array.from({ length: LINES }, (_, index) => productField(shop, products, index))}
      <label
        >Customer
        <select name="customerId">
          <option value="">the address below</option>
          ${knownCustomers(shop).map(
            (customer) =>
              html`<option value="${customer.id}">
                ${customer.email ?? ''}, ${describe(shop, customer)}
              </option>`,
          )}
        </select>
      </label>
      <label
        >Address
        <input type="email" name="email" value="newcomer@example.test" autocomplete="off" />
      </label>
      <label class="tick"
        ><input type="checkbox" name="acceptsMarketing" checked /> a new address agrees to emails</label
      >
      <button type="submit">Place the order</button>
      <p id="order-answer" role="status"></p>
    </form>
  </details>`;
}

function productField(shop: ShopState, products: ReadonlyArray<StoreProduct>, index: number) {
  return html`<label
    >Product ${index + 1}
    <select name="product${index + 1}">
      ${index === 0 ? '' : html`<option value="">none</option>`}
      ${products.map(
        ({ id, title, priceMinor }) =>
          html`<option value="${id}">
            ${title}${priceMinor === null ? '' : `, ${formatPrice(priceMinor, shop.shop.currency)}`}
          </option>`,
      )}
    </select>
  </label>`;
}

/** The first customers of each kind of consent, those who said yes before the others. */
function knownCustomers(shop: ShopState): ReadonlyArray<StoreCustomer> {
  const reachable = Array.from(shop.customers.values()).filter(
    ({ id, email, companyName }) =>
      email !== null && companyName === null && (shop.ordersByCustomer.get(id)?.length ?? 0) > 0,
  );
  const subscribed = reachable.filter(({ marketing }) => marketing.state === 'SUBSCRIBED');
  const others = reachable.filter(({ marketing }) => marketing.state !== 'SUBSCRIBED');
  return [...subscribed.slice(0, MOST_CUSTOMERS - 2), ...others.slice(0, 2)];
}

function describe(shop: ShopState, { id, marketing }: StoreCustomer): string {
  const orders = shop.ordersByCustomer.get(id)?.length ?? 0;
  const consent = marketing.state.toLowerCase().replaceAll('_', ' ');
  return `${consent}, ${orders === 1 ? '1 order' : `${orders} orders`}`;
}
