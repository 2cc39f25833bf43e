import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const LIFETIME_S = 60;
const LEEWAY_S = 10;

export type AppKeys = { readonly key: string; readonly secret: string };

const claimsShape = z.object({
  dest: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number(),
  sub: z.string(),
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest();

/** The session token (JWT, HS256) that the admin hands to the embedded app; `nowMs` is real time. */
export function issueSessionToken(app: AppKeys, shopDomain: string, nowMs: number): string {
  const now = Math.floor(nowMs / 1000);
  const claims = {
    iss: `https://${shopDomain}/admin`,
    dest: `https://${shopDomain}`,
    aud: app.key,
    sub: '1',
    exp: now + LIFETIME_S,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
  };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${sign(content, app.secret).toString('base64url')}`;
}

/** Whether a session token was issued for this app and shop and is still good. */
export function isSessionTokenOf(token: string, app: AppKeys, shopDomain: string, nowMs: number): boolean {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0)
    return false;
  const expected = sign(`${header}.${payload}`, app.secret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const claims = claimsShape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!claims.success) return false;
  const now = nowMs / 1000;
  const { dest, aud, exp, nbf } = claims.data;
  return dest === `https://${shopDomain}` && aud === app.key && exp + LEEWAY_S > now && nbf - LEEWAY_S <= now;
}
