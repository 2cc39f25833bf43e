import { issueSessionToken } from '../../dev-store/oauth/session-token';
import type { RunningEncore } from './start-encore';

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A request as the app's page in the admin sends it: with a session token of the shop, and a JSON body if there is one. */
export function adminRequest({ env, shopId }: RunningEncore, path: string, body?: unknown): Request {
  const app = { key: env['SHOPIFY_API_KEY'] ?? '', secret: env['SHOPIFY_API_SECRET'] ?? '' };
  return new Request(`${env['SHOPIFY_APP_URL']}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${issueSessionToken(app, shopId, Date.now())}`,
      'content-type': 'application/json',
      'user-agent': BROWSER,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
