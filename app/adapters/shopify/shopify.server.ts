import '@shopify/shopify-app-remix/adapters/node';
import { AppDistribution, boundary, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import type { SealedSessionStorage } from './sealed-session-storage';
import { API_VERSION, type ShopifyConfig } from './shopify-api';

/** What the web needs of Shopify's library for Remix: who is asking, and the headers of pages inside the admin. */
export type EmbeddedApp = {
  /** The shop of a request out of the admin. Throws the Response that the library wants to be answered instead. */
  readonly requireShop: (request: Request) => Promise<string>;
  readonly addDocumentHeaders: (request: Request, headers: Headers) => void;
};

/** Headers that the library needs on answers of the embedded pages, errors included. */
export const embeddedHeaders = boundary.headers;

export function createEmbeddedApp(config: ShopifyConfig, sessionStorage: SealedSessionStorage): EmbeddedApp {
  const app = shopifyApp({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    apiVersion: API_VERSION,
    appUrl: config.appUrl,
    authPathPrefix: '/auth',
    sessionStorage,
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: { level: LogSeverity.Error },
  });
  return {
    requireShop: async (request) => (await app.authenticate.admin(request)).session.shop,
    addDocumentHeaders: app.addDocumentResponseHeaders,
  };
}
