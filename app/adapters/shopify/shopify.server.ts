import '@shopify/shopify-app-remix/adapters/node';
import { AppDistribution, boundary, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import type { SealedSessionStorage } from './sealed-session-storage';
import { API_VERSION, type ShopifyConfig } from './shopify-api';

/** What the web needs of Shopify's library for Remix: who is asking, and the headers of pages inside the admin. */
export type EmbeddedApp = {
  /** Who sends a request out of the admin. Throws the Response that the library wants to be answered instead. */
  readonly requireMember: (request: Request) => Promise<Member>;
  readonly addDocumentHeaders: (request: Request, headers: Headers) => void;
};

/** A person of the shop's staff, as the signed session token names them. */
export type Member = { readonly shopId: string; readonly member: string };

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
    requireMember: async (request) => {
      const { session, sessionToken } = await app.authenticate.admin(request);
      return { shopId: session.shop, member: `staff member ${sessionToken.sub}` };
    },
    addDocumentHeaders: app.addDocumentResponseHeaders,
  };
}
