import '@shopify/shopify-api/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { SECOND_MS } from '#core/shared/time';

const TIMEOUT_MS = 20 * SECOND_MS;
const SHOP_HOST = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/**
 * Puts a time limit on every call of Shopify's library, which has none, and sends calls meant for a shop to `origin`,
 * with the shop named in a header. The library makes token exchange, refresh and GraphQL through this one function.
 * In: the origin of a local Shopify, or null for Shopify itself. Throws in production with an origin.
 */
export function installFetch(origin: string | null, isProduction: boolean): void {
  if (origin !== null && isProduction) {
    throw new Error(
      `SHOPIFY_API_ORIGIN is ${origin}, but this is production: unset it, calls belong to Shopify itself`,
    );
  }
  setAbstractFetchFunc(async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const signals = [AbortSignal.timeout(TIMEOUT_MS), ...(init?.signal ? [init.signal] : [])];
    const limited = { ...init, signal: AbortSignal.any(signals) };
    if (origin === null || !SHOP_HOST.test(url.hostname)) return fetch(input, limited);
    const headers = new Headers(init?.headers);
    headers.set('X-Dev-Shop', url.hostname);
    return fetch(new URL(url.pathname + url.search, origin), { ...limited, headers });
  });
}
