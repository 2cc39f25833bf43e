import { RequestedTokenType, type Session } from '@shopify/shopify-api';
import { createShopifyApi, type ShopifyConfig } from '#adapters/shopify/shopify-api';

/** The offline session that opening the app in the admin brings about. */
export async function exchangeToken(
  config: ShopifyConfig,
  shop: string,
  sessionToken: string,
): Promise<Session> {
  const { session } = await createShopifyApi(config).auth.tokenExchange({
    shop,
    sessionToken,
    requestedTokenType: RequestedTokenType.OfflineAccessToken,
    expiring: true,
  });
  return session;
}
