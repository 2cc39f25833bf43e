import type { CallRequest } from '../http/route';

/** What the conductor and the clock do is taken down as what it leads to. */
const NOT_TAKEN_DOWN = /^\/_dev\/(clock|target)$/;
const GRAPHQL = /\/graphql\.json$/;
/** A cart permalink fills a new cart. */
const CART_LINK = /^\/store\/[\w-]+\/cart\//;

/** Whether a request may change the store, so that the journal has to hold it. */
export function isChanging({ method, url, body }: CallRequest): boolean {
  const path = url.replace(/\?.*$/s, '');
  if (method === 'GET') return CART_LINK.test(path);
  if (NOT_TAKEN_DOWN.test(path)) return false;
  return !GRAPHQL.test(path) || body.includes('mutation');
}
