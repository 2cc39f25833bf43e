import { RequestedTokenType } from '@shopify/shopify-api';
import { onTestFinished } from 'vitest';
import { createAdmin } from '#adapters/shopify/admin';
import { createShopCalls } from '#adapters/shopify/call-shop';
import { installFetch } from '#adapters/shopify/fetch-seam';
import { refreshSession } from '#adapters/shopify/refresh-session';
import { createSealer } from '#adapters/shopify/seal-text';
import { SealedSessionStorage } from '#adapters/shopify/sealed-session-storage';
import { sessionIdOf } from '#adapters/shopify/session-id';
import type { SessionRows } from '#adapters/shopify/session-rows';
import { createShopifyApi } from '#adapters/shopify/shopify-api';
import { startStore } from '../../../dev-store/launch/start-store';
import type { StoreSeed } from '../../../dev-store/model';
import { issueSessionToken } from '../../../dev-store/oauth/session-token';
import { readAppConfig } from '../../../dev-store/webhooks/read-app-config';
import { memorySessionRows } from './memory-session-rows';
import { START } from './small-shop';

const APP = { apiKey: 'key', apiSecret: 'secret', appUrl: 'http://127.0.0.1:1' };
const LATER = START + 30 * 86_400_000;

/** A local Shopify with one shop that has the app installed, and the adapter speaking to it. Closed after the test. */
export async function openShop(seed: StoreSeed, rows: SessionRows = memorySessionRows()) {
  const running = await startStore({
    port: 0,
    app: { url: APP.appUrl, key: APP.apiKey, secret: APP.apiSecret, ...readAppConfig('shopify.app.toml') },
    seeds: [seed],
    clock: LATER,
    wallClock: Date.now,
  });
  onTestFinished(() => running.stop());
  installFetch(running.url, false);
  const api = createShopifyApi(APP);
  const shop = seed.shop.domain;
  const openSessions = () =>
    new SealedSessionStorage({
      rows,
      sealer: createSealer({ keyId: 'k1', secret: Buffer.alloc(32, 1) }),
      refresh: (session) => refreshSession(api, session),
    });
  const sessions = openSessions();
  const sessionToken = issueSessionToken({ key: APP.apiKey, secret: APP.apiSecret }, shop, Date.now());
  const requestedTokenType = RequestedTokenType.OfflineAccessToken;
  const { session } = await api.auth.tokenExchange({
    shop,
    sessionToken,
    requestedTokenType,
    expiring: true,
  });
  await sessions.storeSession(session);
  const waits: number[] = [];
  const calls = createShopCalls({
    api,
    sessionOf: (shopId) => sessions.loadSession(sessionIdOf(shopId)),
    wait: async (ms) => void waits.push(ms),
  });
  const state = running.store.shops.get(shop);
  if (!state) throw new Error(`the dev store did not open ${shop}`);
  const counts = () => running.store.log.counts(shop);
  return {
    admin: createAdmin(calls),
    state,
    counts,
    session,
    sessions,
    openSessions,
    waits,
    url: running.url,
  };
}
