import type { PixelApi } from './pixel-api';

/** `fetch` of the sandbox, as far as it is used. */
type Post = (
  url: string,
  request: { readonly method: 'POST'; readonly body: string; readonly keepalive: true },
) => Promise<unknown>;

/**
 * Tells Encore which products a browser looked at and which order it placed. Nothing else leaves the page: no address, no
 * name, no page, not even the time, for Encore goes by its own clock. A body that is plain text needs no preflight.
 * In: the sandbox's API, its fetch. Out: nothing; what cannot be delivered is lost without a sound.
 */
export function startPixel({ analytics, settings }: PixelApi, post: Post): void {
  const url = `${settings.endpoint}/${settings.accountID}`;
  const tell = (beacon: Readonly<Record<string, string>>) =>
    post(url, { method: 'POST', body: JSON.stringify(beacon), keepalive: true }).catch(() => undefined);

  analytics.subscribe('product_viewed', ({ clientId, data }) => {
    const productId = data.productVariant?.product?.id;
    return productId ? tell({ kind: 'view', clientId, productId }) : undefined;
  });
  analytics.subscribe('checkout_completed', ({ clientId, data }) => {
    const orderId = data.checkout?.order?.id;
    return orderId ? tell({ kind: 'order', clientId, orderId }) : undefined;
  });
}
