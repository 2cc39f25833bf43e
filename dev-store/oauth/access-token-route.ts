import { z } from 'zod';
import { readJson } from '../http/read-body';
import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfHeader } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { isSessionTokenOf } from './session-token';

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const OFFLINE_TOKEN = 'urn:shopify:params:oauth:token-type:offline-access-token';

const bodyShape = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.enum([EXCHANGE, 'refresh_token']),
  subject_token: z.string().optional(),
  requested_token_type: z.string().optional(),
  expiring: z.union([z.literal('1'), z.literal('0'), z.literal(1), z.literal(0)]).optional(),
  refresh_token: z.string().optional(),
});

type Body = z.infer<typeof bodyShape>;

/** POST /admin/oauth/access_token: token exchange and refresh. */
export function answerAccessToken(store: DevStore, call: Call): void {
  const shop = shopOfHeader(store, call);
  const body = bodyShape.safeParse(readJson(call.request));
  const { status, answer } = body.success
    ? grantToken(store, shop, body.data)
    : { status: 400, answer: { error: 'invalid_request', error_description: body.error.message } };
  const operation = body.success ? body.data.grant_type : 'unreadable';
  store.log.addCall({ at: store.clock.now, shop: shop.shop.domain, api: 'oauth', operation, status });
  sendJson(call.response, status, answer);
}

function grantToken(store: DevStore, shop: ShopState, body: Body): { status: number; answer: object } {
  const { domain } = shop.shop;
  const counts = store.log.counts(domain);
  if (body.client_id !== store.app.key || body.client_secret !== store.app.secret) {
    return refuse(401, 'invalid_client', 'client_id or client_secret is not that of the installed app');
  }
  if (body.grant_type === 'refresh_token') {
    const grant = shop.isInstalled ? store.tokens.refresh(domain, body.refresh_token ?? '') : null;
    if (grant === null) {
      counts.refusedRefreshes += 1;
      return refuse(400, 'invalid_grant', 'the refresh token is unknown, expired or was used before');
    }
    counts.tokenRefreshes += 1;
    return { status: 200, answer: grant };
  }
  if (body.requested_token_type !== OFFLINE_TOKEN) {
    return refuse(400, 'invalid_request', `requested_token_type must be ${OFFLINE_TOKEN}`);
  }
  if (!isSessionTokenOf(body.subject_token ?? '', store.app, domain, store.wallClock())) {
    return refuse(
      400,
      'invalid_subject_token',
      `the session token is not one of ${domain}, or it has expired`,
    );
  }
  counts.tokenExchanges += 1;
  shop.isInstalled = true;
  return { status: 200, answer: store.tokens.grant(domain, Number(body.expiring ?? 0) === 1) };
}

function refuse(status: number, error: string, description: string) {
  return { status, answer: { error, error_description: description } };
}
