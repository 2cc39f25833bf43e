import { startStore } from '../../../dev-store/launch/start-store';
import type { StoreSeed } from '../../../dev-store/model';
import type { DevStore } from '../../../dev-store/shop/dev-store';
import { readAppConfig } from '../../../dev-store/webhooks/read-app-config';
import { startListeningApp, type ListeningApp } from './listening-app';
import { MONDAY, SHOP } from './small-seed';

export const SECRET = 'a secret for tests';

export type OpenedStore = {
  readonly url: string;
  readonly store: DevStore;
  readonly app: ListeningApp;
  readonly wall: { nowMs: number };
  get(path: string): Promise<Answer>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Exchanges a session token as the embedded app does and answers with the grant. */
  install(shop?: string): Promise<Answer>;
  admin(query: string, variables?: object): Promise<Answer>;
  storefront(query: string, variables?: object): Promise<Answer>;
  moveTo(at: number): Promise<Answer>;
  close(): Promise<void>;
};

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly json: unknown; // null when the answer is none
  readonly location: string | null;
};

/** The text at the end of a path through an answer, such as data, order, id; throws when there is none. */
export function textAt(json: unknown, ...path: ReadonlyArray<string | number>): string {
  const found = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')} of ${JSON.stringify(json)}`);
  return found;
}

const TOKEN_EXCHANGE = {
  client_id: 'key',
  client_secret: SECRET,
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
  expiring: '1',
};

/** A running dev store at Monday 10:00 with an app that listens. Real time stands still at `wall`. */
export function openStore(...seeds: ReadonlyArray<StoreSeed>): Promise<OpenedStore> {
  return openWith(seeds, undefined);
}

/** The same, with payloads cut to the fields that the app asks for. */
export function openStoreAsAsked(...seeds: ReadonlyArray<StoreSeed>): Promise<OpenedStore> {
  return openWith(seeds, undefined, 'asked for');
}

/** One that takes down what is done to it, and does again what the journal holds. */
export function openJournaledStore(
  journalPath: string,
  ...seeds: ReadonlyArray<StoreSeed>
): Promise<OpenedStore> {
  return openWith(seeds, journalPath);
}

async function openWith(
  seeds: ReadonlyArray<StoreSeed>,
  journalPath: string | undefined,
  as: 'whole' | 'asked for' = 'whole',
): Promise<OpenedStore> {
  const app = await startListeningApp();
  const wall = { nowMs: MONDAY };
  const { scopes, subscriptions } = readAppConfig('shopify.app.toml');
  // Payloads come whole, for tests of what is in them, but where a test asks for what the app gets.
  const fieldsOfTopic = as === 'asked for' ? subscriptions.fieldsOfTopic : new Map();
  const running = await startStore({
    port: 0,
    app: {
      url: app.url,
      key: 'key',
      secret: SECRET,
      scopes,
      subscriptions: { ...subscriptions, fieldsOfTopic },
    },
    seeds,
    clock: MONDAY,
    wallClock: () => wall.nowMs,
    journalPath,
  });
  const { url } = running;
  let accessToken = '';

  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    const location = response.headers.get('location');
    return { status: response.status, text, json: isJson ? JSON.parse(text) : null, location };
  };
  const get = async (path: string) => read(await fetch(url + path, { redirect: 'manual' }));
  const post = async (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    read(
      await fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers, redirect: 'manual' }),
    );

  return {
    url,
    store: running.store,
    app,
    wall,
    get,
    post,
    install: async (shop = SHOP) => {
      const { text: subject_token } = await get(`/_dev/id-token?shop=${shop}`);
      const body = { ...TOKEN_EXCHANGE, subject_token };
      const grant = await post('/admin/oauth/access_token', body, { 'X-Dev-Shop': shop });
      accessToken = textAt(grant.json, 'access_token');
      return grant;
    },
    admin: (query, variables = {}) =>
      post(
        '/admin/api/2026-07/graphql.json',
        { query, variables },
        { 'X-Dev-Shop': SHOP, 'X-Shopify-Access-Token': accessToken },
      ),
    storefront: (query, variables = {}) =>
      post('/api/2026-10/graphql.json', { query, variables }, { 'X-Dev-Shop': SHOP }),
    moveTo: (at) => post('/_dev/clock', { to: new Date(at).toISOString() }),
    close: async () => {
      await running.stop();
      await app.stop();
    },
  };
}
