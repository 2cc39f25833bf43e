import { ApiVersion, LogSeverity, shopifyApi, type Shopify } from '@shopify/shopify-api';

export type ShopifyConfig = {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly appUrl: string;
};

export const API_VERSION = ApiVersion.July26;

/** Shopify's library for what happens outside of a merchant's request: GraphQL calls and refreshing tokens. */
export function createShopifyApi({ apiKey, apiSecret, appUrl }: ShopifyConfig): Shopify {
  const { host, protocol } = new URL(appUrl);
  return shopifyApi({
    apiKey,
    apiSecretKey: apiSecret,
    apiVersion: API_VERSION,
    hostName: host,
    hostScheme: protocol === 'http:' ? 'http' : 'https',
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error },
  });
}
