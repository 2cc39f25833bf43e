import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkPurpose, LinkSigner } from '#flows/ports';

/** A secret with its name. Links live as long as the e-mails do, so an old key is kept for reading, never thrown away. */
export type LinkKey = { readonly keyId: string; readonly secret: string };

const MINIMUM_SECRET = 32;

/**
 * Tokens for links: key id, shop and touch in the open, then an HMAC-SHA256 over them and the purpose.
 * They never expire, because a way to unsubscribe must not, and hold no address.
 * In: the key that signs first, then those that are only read. Throws on a short secret or an unusable key id.
 */
export function signLinks(signing: LinkKey, ...readOnly: ReadonlyArray<LinkKey>): LinkSigner {
  const keys = new Map([signing, ...readOnly].map((key) => [key.keyId, requireUsable(key)]));
  return {
    sign: (purpose, shopId, touchId) => tokenOf(signing, purpose, shopId, touchId),
    read: (purpose, token) => {
      const [keyId = '', payload = ''] = token.split('.');
      const key = keys.get(keyId);
      const [shopId, touchId, ...rest] = Buffer.from(payload, 'base64url').toString('utf8').split('\n');
      if (!key || !shopId || !touchId || rest.length > 0) return null;
      // Compared as a whole and re-made from what was read, so that no second spelling of a token is accepted.
      return isSame(token, tokenOf(key, purpose, shopId, touchId)) ? { shopId, touchId } : null;
    },
  };
}

function tokenOf(key: LinkKey, purpose: LinkPurpose, shopId: string, touchId: string): string {
  if (`${shopId}${touchId}`.includes('\n')) {
    throw new Error(`shop "${shopId}" or touch "${touchId}" has a line break; ids of links are one line`);
  }
  const payload = Buffer.from(`${shopId}\n${touchId}`, 'utf8').toString('base64url');
  const signed = ['encore-link', purpose, key.keyId, payload].join('.');
  return `${key.keyId}.${payload}.${createHmac('sha256', key.secret).update(signed).digest('base64url')}`;
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function requireUsable(key: LinkKey): LinkKey {
  if (key.secret.length < MINIMUM_SECRET) {
    throw new Error(
      `link key "${key.keyId}" has ${key.secret.length} characters; use at least ${MINIMUM_SECRET}`,
    );
  }
  if (!/^[A-Za-z0-9_-]{1,20}$/.test(key.keyId)) {
    throw new Error(`link key id "${key.keyId}" is not usable; use 1 to 20 letters, digits, "-" or "_"`);
  }
  return key;
}
