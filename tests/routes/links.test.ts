import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '#core/message/message';
import { MINUTE_MS } from '#core/shared/time';
import type { Mailer } from '#flows/ports';
import { sendTest } from '#flows/send-test';
import { loader as openOffer } from '../../app/routes/o.$token/route';
import { action as unsubscribe, loader as askToUnsubscribe } from '../../app/routes/u.$token/route';
import { web } from '../../app/web.server';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';
import { useEnvironment } from './use-environment';

const database = await freshDatabase();
const ada = buildStoreCustomer('7001');
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
let encore: RunningEncore;
let touchId: string;

beforeAll(async () => {
  const order = buildStoreOrder('3001', ada, orderAt, ['1']);
  const future = [{ at: order.createdAt, kind: 'order_paid' as const, order }];
  encore = await startEncore({
    databaseUrl: database.url,
    seed: buildSeed({ customers: [ada], future }),
    at: INSTALLED_AT,
  });
  await encore.moveTo(orderAt + 30 * MINUTE_MS);
  const [touch] = await readLedger(database.url, encore.shopId, '3001');
  if (!touch) throw new Error('the order was not enrolled');
  touchId = touch.touchId;
  useEnvironment(encore.env);
}, 60_000);
afterAll(async () => {
  await web().jobs.stop();
  await web().close();
  await encore.stop();
});
beforeEach(async () => {
  await queryDatabase(database.url, 'DELETE FROM "Suppression"');
  await queryDatabase(database.url, 'DELETE FROM "EmailEvent"');
});

const clicks = () => queryDatabase(database.url, `SELECT "isMachine" FROM "EmailEvent" WHERE kind = 'click'`);
const suppressions = () => queryDatabase(database.url, 'SELECT kind, source FROM "Suppression"');
const context = (token: string, request: Request) => ({ request, params: { token }, context: {} });
const sign = (purpose: 'offer' | 'unsubscribe') => encore.tools.links.sign(purpose, encore.shopId, touchId);
const get = (userAgent = BROWSER, method = 'GET') =>
  new Request('http://127.0.0.1/', { method, headers: { 'user-agent': userAgent } });

describe('the link of an email', () => {
  it('leads a person to a checkout that knows the touch', async () => {
    const answer = await openOffer(context(sign('offer'), get()));
    if (!(answer instanceof Response)) throw new Error('no redirect');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toMatch(/\/checkout\/.*utm_source=encore/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await clicks()).toEqual([{ isMachine: false }]);
  });

  it.each([
    ['a scanner', 'Mozilla/5.0 (compatible; Proofpoint)', 'GET'],
    ['who only asks for its head', BROWSER, 'HEAD'],
  ])('followed by %s is kept as a machine', async (_who, userAgent, method) => {
    await openOffer(context(sign('offer'), get(userAgent, method)));
    expect(await clicks()).toEqual([{ isMachine: true }]);
  });

  it('to something sold out leads to a page that says so', async () => {
    const product = encore.devStore.store.shops.get(encore.shopId)?.products.get('2');
    if (!product) throw new Error('the offered product is not in the store');
    product.available = 0;
    const answer = await openOffer(context(sign('offer'), get()));
    product.available = null;
    expect(answer).toEqual({ shopUrl: expect.stringContaining('http'), title: 'Milk jug' });
  });

  it.each([
    ['made up', () => 'k1.abc.def'],
    ['for unsubscribing', () => sign('unsubscribe')],
  ])('that is %s is not found', async (_what, token) => {
    await expect(openOffer(context(token(), get()))).rejects.toMatchObject({ status: 404 });
    expect(await clicks()).toEqual([]);
  });
});

describe('unsubscribing', () => {
  const post = (body = '') => new Request('http://127.0.0.1/', { method: 'POST', body });

  it('is asked about by GET, which changes nothing', async () => {
    expect(askToUnsubscribe(context(sign('unsubscribe'), get()))).toEqual({ isTest: false });
    expect(await suppressions()).toEqual([]);
  });

  it.each([
    ['the button of the page', ''],
    ['the one click of a mail program', 'List-Unsubscribe=One-Click'],
  ])('happens by %s, as often as it is asked', async (_what, body) => {
    for (let times = 0; times < 2; times += 1) {
      expect(await unsubscribe(context(sign('unsubscribe'), post(body)))).toEqual({ isDone: true });
    }
    expect(await suppressions()).toEqual([{ kind: 'unsubscribed', source: 'link' }]);
  });

  it.each([
    ['made up', () => 'k1.abc.def'],
    ['for the offer', () => sign('offer')],
  ])('with a token that is %s is not found and changes nothing', async (_what, token) => {
    await expect((async () => askToUnsubscribe(context(token(), get())))()).rejects.toMatchObject({
      status: 404,
    });
    await expect(unsubscribe(context(token(), post()))).rejects.toMatchObject({ status: 404 });
    expect(await suppressions()).toEqual([]);
  });
});

describe('the links of a test email', () => {
  let tokens: { readonly offer: string; readonly wayOut: string };
  beforeAll(async () => {
    const sent: OutgoingMessage[] = [];
    const mailer: Mailer = {
      send: async (message) => {
        sent.push(message);
        return { kind: 'accepted', messageId: 'm' };
      },
    };
    const { shopId, tools } = encore;
    const now = orderAt + 30 * MINUTE_MS;
    const wish = { messageKey: 'one' as const, orderId: null, segments: null, values: {} };
    await sendTest({ ...tools, mailer }, { ...wish, shopId, to: 'me@shop.test', now });
    const tokenOf = (path: string) =>
      new RegExp(`/${path}/([^?"]+)`).exec(sent[0]?.html ?? '')?.[1] ?? `no link to /${path}`;
    tokens = { offer: tokenOf('o'), wayOut: tokenOf('u') };
  });

  it('lead to the page of the product, and neither a click nor a cart is made', async () => {
    const answer = await openOffer(context(tokens.offer, get()));
    if (!(answer instanceof Response)) throw new Error('no redirect');
    expect(answer.headers.get('location')).toMatch(/\/products\/product-2$/);
    expect(await clicks()).toEqual([]);
  });

  it('lead to a page that says so when the product is not in the shop any more', async () => {
    const product = encore.devStore.store.shops.get(encore.shopId)?.products.get('2');
    if (!product) throw new Error('the offered product is not in the store');
    product.status = 'DRAFT';
    const answer = await openOffer(context(tokens.offer, get()));
    product.status = 'ACTIVE';
    expect(answer).toEqual({ shopUrl: expect.stringContaining('http'), title: 'Milk jug' });
  });

  it('say that it was a test, by GET, by the button and by one click, and unsubscribe nobody', async () => {
    expect(askToUnsubscribe(context(tokens.wayOut, get()))).toEqual({ isTest: true });
    const post = new Request('http://127.0.0.1/', { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(await unsubscribe(context(tokens.wayOut, post))).toEqual({ isDone: false });
    expect(await suppressions()).toEqual([]);
  });

  it('made up for a test that never was are not found', async () => {
    const token = encore.tools.links.sign('offer', encore.shopId, 'test-nobody');
    await expect(openOffer(context(token, get()))).rejects.toMatchObject({ status: 404 });
  });
});
