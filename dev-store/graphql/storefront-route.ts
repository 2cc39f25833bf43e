import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfHeader } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import { executeQuery, prepareQuery } from './execute-query';
import { describeOperation, readGraphqlRequest } from './read-request';
import { readSchema } from './read-schema';
import { storefrontRoot } from './storefront/storefront-root';

/** POST /api/{version}/graphql.json. A token may be left out, as Shopify allows for products and carts; a token of
 * another shop is refused. */
export async function answerStorefrontQuery(store: DevStore, call: Call): Promise<void> {
  const shop = shopOfHeader(store, call);
  const { domain } = shop.shop;
  const token = call.request.headers['shopify-storefront-private-token'];
  if (typeof token === 'string' && !store.tokens.isValid(domain, token)) {
    sendJson(call.response, 401, { errors: [{ message: '', extensions: { code: 'UNAUTHORIZED' } }] });
    return;
  }
  const request = readGraphqlRequest(call.request);
  const operation = describeOperation(request);
  store.log.addCall({ at: store.clock.now, shop: domain, api: 'storefront', operation, status: 200 });
  const schema = readSchema(`storefront-${call.params[0]}`);
  const prepared = prepareQuery(schema, request.query);
  if (prepared.kind === 'invalid') {
    sendJson(call.response, 200, { errors: prepared.errors });
    return;
  }
  sendJson(
    call.response,
    200,
    await executeQuery(schema, prepared.document, request, storefrontRoot(store, shop)),
  );
}
