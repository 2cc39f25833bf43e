import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfHeader } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { adminRoot } from './admin/admin-root';
import { executeQuery, prepareQuery } from './execute-query';
import { requestedCost } from './query-cost';
import { describeOperation, readGraphqlRequest } from './read-request';
import { readSchema } from './read-schema';

const BUCKET = { maximumAvailable: 2000, restoreRate: 100 };
const MOST_POINTS = 1000;

/** POST /admin/api/{version}/graphql.json */
export async function answerAdminQuery(store: DevStore, call: Call): Promise<void> {
  const shop = shopOfHeader(store, call);
  const { domain } = shop.shop;
  const token = call.request.headers['x-shopify-access-token'];
  if (typeof token !== 'string' || !store.tokens.isValid(domain, token)) {
    store.log.addCall({ at: store.clock.now, shop: domain, api: 'admin', operation: 'refused', status: 401 });
    sendJson(call.response, 401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
    return;
  }
  const request = readGraphqlRequest(call.request);
  store.log.addCall({
    at: store.clock.now,
    shop: domain,
    api: 'admin',
    operation: describeOperation(request),
    status: 200,
  });
  if (takeThrottle(shop)) {
    sendJson(call.response, 200, refusal('Throttled', 'THROTTLED', 0));
    return;
  }

  const schema = readSchema(`admin-${call.params[0]}`);
  const prepared = prepareQuery(schema, request.query);
  if (prepared.kind === 'invalid') {
    sendJson(call.response, 200, { errors: prepared.errors });
    return;
  }
  const cost = requestedCost(schema, prepared.document, request.variables);
  if (cost > MOST_POINTS) {
    const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${MOST_POINTS}): ask for smaller pages`;
    sendJson(call.response, 200, refusal(message, 'MAX_COST_EXCEEDED', cost));
    return;
  }
  const result = await executeQuery(schema, prepared.document, request, adminRoot(store, shop, schema));
  sendJson(call.response, 200, {
    ...result,
    extensions: { cost: costReport(cost, BUCKET.maximumAvailable - cost) },
  });
}

function takeThrottle(shop: ShopState): boolean {
  if (shop.faults.throttleNext === 0) return false;
  shop.faults = { ...shop.faults, throttleNext: shop.faults.throttleNext - 1 };
  return true;
}

function refusal(message: string, code: string, cost: number) {
  return { errors: [{ message, extensions: { code } }], extensions: { cost: costReport(cost, 0) } };
}

function costReport(cost: number, currentlyAvailable: number) {
  return {
    requestedQueryCost: cost,
    actualQueryCost: cost,
    throttleStatus: { ...BUCKET, currentlyAvailable },
  };
}
