import { HttpResponseError, HttpRetriableError, type Session, type Shopify } from '@shopify/shopify-api';

/**
 * Exchanges a refresh token for a new pair.
 * In: the session. Out: the new one, or null when Shopify refuses for good. Throws when it could not be asked.
 */
export async function refreshSession(api: Shopify, session: Session): Promise<Session | null> {
  if (session.refreshToken === undefined) return null;
  try {
    const renewed = await api.auth.refreshToken({ shop: session.shop, refreshToken: session.refreshToken });
    return renewed.session;
  } catch (error) {
    if (error instanceof HttpResponseError && !(error instanceof HttpRetriableError)) return null;
    throw error;
  }
}
