import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether Shopify signed a body: base64 of HMAC-SHA256 with the app's secret, compared in constant time. For an hour
 * after a rotation Shopify may still sign with the secret before.
 * In: raw body, X-Shopify-Hmac-Sha256, secrets. Out: false for a missing or malformed header too.
 */
export function isSignedByShopify(
  body: Uint8Array,
  header: string | null,
  secrets: ReadonlyArray<string>,
): boolean {
  const given = Buffer.from(header ?? '', 'base64');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
