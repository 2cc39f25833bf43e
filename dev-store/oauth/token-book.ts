import { createHmac } from 'node:crypto';

const ACCESS_LIFETIME_S = 3600;
const REFRESH_LIFETIME_S = 7_776_000;

export type TokenGrant = {
  readonly access_token: string;
  readonly scope: string;
  readonly expires_in?: number;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
};

export type TokenBook = {
  /** A new access token of a shop; with `isExpiring` one for an hour, with a refresh token beside it. */
  grant(shop: string, isExpiring: boolean): TokenGrant;
  /** A new pair for a refresh token; null for one that is unknown, of another shop, too old or used before. */
  refresh(shop: string, refreshToken: string): TokenGrant | null;
  isValid(shop: string, accessToken: string): boolean;
  /** Ends every token of a shop, as uninstalling does. */
  revoke(shop: string): void;
};

type Issued = { readonly shop: string; readonly expiresAtMs: number };

/** Access and refresh tokens per shop, each made of the app's secret and its number, so that a replay issues the same.
 * Lifetimes run in real time, given by `wallClock` in ms. */
export function createTokenBook(scope: string, secret: string, wallClock: () => number): TokenBook {
  const accessTokens = new Map<string, Issued>();
  const refreshTokens = new Map<string, Issued>();
  let issuedTokens = 0;

  const issue = (book: Map<string, Issued>, prefix: string, shop: string, lifetimeS: number) => {
    issuedTokens += 1;
    const digest = createHmac('sha256', secret).update(`token ${shop} ${issuedTokens}`).digest('hex');
    const token = prefix + digest.slice(0, 32);
    book.set(token, { shop, expiresAtMs: wallClock() + lifetimeS * 1000 });
    return token;
  };
  const isGood = (issued: Issued | undefined, shop: string) =>
    issued !== undefined && issued.shop === shop && issued.expiresAtMs > wallClock();

  const grant = (shop: string, isExpiring: boolean): TokenGrant => {
    if (!isExpiring) return { access_token: issue(accessTokens, 'shpat_', shop, Infinity), scope };
    return {
      access_token: issue(accessTokens, 'shpat_', shop, ACCESS_LIFETIME_S),
      scope,
      expires_in: ACCESS_LIFETIME_S,
      refresh_token: issue(refreshTokens, 'shprt_', shop, REFRESH_LIFETIME_S),
      refresh_token_expires_in: REFRESH_LIFETIME_S,
    };
  };

  return {
    grant,
    refresh: (shop, refreshToken) => {
      if (!isGood(refreshTokens.get(refreshToken), shop)) return null;
      // Each refresh token works once, so that a client which refreshes twice at a time is found out.
      refreshTokens.delete(refreshToken);
      return grant(shop, true);
    },
    isValid: (shop, accessToken) => isGood(accessTokens.get(accessToken), shop),
    revoke: (shop) => {
      for (const book of [accessTokens, refreshTokens]) {
        for (const [token, issued] of book) if (issued.shop === shop) book.delete(token);
      }
    },
  };
}
