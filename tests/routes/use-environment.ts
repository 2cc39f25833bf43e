import { randomBytes } from 'node:crypto';

export const SECRET = 'webhook-secret';
export const OLD_SECRET = 'webhook-secret-before';

/** Puts an environment in place for the routes of this test file, before the first of them is called. */
export function useEnvironment(over: Readonly<Record<string, string>>): void {
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    SHOPIFY_API_KEY: 'test-key',
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_API_SECRET_PREVIOUS: OLD_SECRET,
    SHOPIFY_APP_URL: 'http://127.0.0.1:1',
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    LINK_SIGNING_KEY: randomBytes(32).toString('hex'),
    ...over,
  });
}
