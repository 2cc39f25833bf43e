import { isSellable } from '../shop/product-availability';
import type { StoreProduct } from '../model';
import { RefusedCall, type Call } from '../http/route';
import { sendText } from '../http/respond';
import { shopOfHandle } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { htmlDocument } from './document';
import { formatPrice } from './format-price';
import { html, type Html } from './html';

/** GET /store/{handle}: what the shop sells. */
export function answerShopWindow(store: DevStore, { response, params }: Call): void {
  const shop = shopOfHandle(store, params[0]);
  const products = Array.from(shop.products.values()).filter(isSellable);
  const list = html` <h1>${shop.shop.name}</h1>
    <p><a href="/store/${shop.handle}/apps/encore">Open Encore</a></p>
    <ul>
      ${products.map(
        (product) =>
          html` <li>
            <a href="/store/${shop.handle}/products/${product.handle}">${product.title}</a>
            ${priceOf(shop, product)}
          </li>`,
      )}
    </ul>`;
  sendText(response, 200, 'text/html', shopPage(shop, shop.shop.name, list));
}

/** GET /store/{handle}/products/{product} */
export function answerProductPage(store: DevStore, { response, params }: Call): void {
  const shop = shopOfHandle(store, params[0]);
  const product = Array.from(shop.products.values()).find(({ handle }) => handle === params[1]);
  if (product === undefined || product.status !== 'ACTIVE') {
    throw new RefusedCall(
      404,
      `${shop.shop.name} has no product page ${params[1]}: see /store/${shop.handle}`,
    );
  }
  const buy = isSellable(product)
    ? html`<p><a class="button" href="/store/${shop.handle}/cart/${product.variantId}:1">Buy now</a></p>`
    : html`<p>Sold out</p>`;
  const page = html` <h1>${product.title}</h1>
    <p>${priceOf(shop, product)}</p>
    ${buy}
    <p><a href="/store/${shop.handle}">All products</a></p>`;
  sendText(response, 200, 'text/html', shopPage(shop, product.title, page));
}

/** A page of the shop for shoppers. */
export function shopPage(shop: ShopState, title: string, content: Html): string {
  return htmlDocument({
    title: `${title} - ${shop.shop.name} - Local preview`,
    stylesheet: 'shop-window.css',
    script: null,
    body: html` <header><p>Local preview</p></header>
      <main>${content}</main>`,
  });
}

function priceOf(shop: ShopState, product: StoreProduct): string {
  return product.priceMinor === null ? '' : formatPrice(product.priceMinor, shop.shop.currency);
}
