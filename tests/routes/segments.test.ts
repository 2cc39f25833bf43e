import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSegment } from '../support/build-segment';
import {
  action as answerSegment,
  loader as loadSegment,
} from '../../app/routes/app.segments.$segmentId/route';
import { action as answerList, loader as loadList } from '../../app/routes/app.segments._index/route';
import { web } from '../../app/web.server';
import { issueSessionToken } from '../../dev-store/oauth/session-token';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startEncore, type RunningEncore } from '../support/start-encore';
import { useEnvironment } from './use-environment';

const database = await freshDatabase();
const ada = buildStoreCustomer('7001');
const ORDER = ['own', 'loyalty', 'high_aov', 'repeat', 'first_time'];
let encore: RunningEncore;

beforeAll(async () => {
  const order = buildStoreOrder('2999', ada, INSTALLED_AT - 1000, ['1']);
  const future = [{ at: order.createdAt, kind: 'order_paid' as const, order }];
  const seed = buildSeed({ customers: [ada], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  useEnvironment(encore.env);
}, 60_000);
afterAll(async () => {
  await web().jobs.stop();
  await web().close();
  await encore.stop();
});

/** A request as the admin makes it: with a session token that names the shop. */
function request(path: string, body?: unknown): Request {
  const {
    SHOPIFY_API_KEY: key = '',
    SHOPIFY_API_SECRET: secret = '',
    SHOPIFY_APP_URL: url = '',
  } = encore.env;
  const token = issueSessionToken({ key, secret }, encore.shopId, Date.now());
  return new Request(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const context = (path: string, body?: unknown, params: Record<string, string> = {}) => ({
  request: request(path, body),
  params,
  context: {},
});
const newest = () => encore.tools.store.newestSettings(encore.shopId);
const save = async (values: Record<string, unknown>) =>
  answerSegment(
    context('/app/segments/new', { intent: 'save_settings', baseVersion: (await newest()).version, values }),
  );
const page = (segmentId: string) =>
  loadSegment(context(`/app/segments/${segmentId}`, undefined, { segmentId }));

it('what is wrong with a segment is told at its fields, and nothing is saved', async () => {
  const { version } = await newest();
  const nameless = buildSegment({
    name: '',
    conditions: [{ fact: 'mean_order_value', is: 'is', value: 90 }],
  });
  expect(await save({ 'segments.own': [nameless], 'segments.order': ORDER })).toMatchObject({
    kind: 'refused',
    faults: [{ path: 'segments.own.0.name' }, { path: 'segments.own.0.conditions.0.value' }],
  });
  expect(await newest()).toMatchObject({ version, settings: { segments: { own: [] } } });
});

it('a segment that is right is saved, counted on the list, and has a page', async () => {
  const own = buildSegment({
    name: 'Machine owners',
    conditions: [{ fact: 'category', is: 'is', value: 'Coffee Makers' }],
  });
  expect(await save({ 'segments.own': [own], 'segments.order': ORDER })).toMatchObject({ kind: 'saved' });
  const { data } = await loadList(context('/app/segments'));
  const { sizes } = data as { readonly sizes: Promise<unknown> };
  // Of the sixty in the history forty bought the machine, and Ada did.
  expect(await sizes).toMatchObject({
    people: 61,
    sizes: { own: { count: 41, isAtMost: false }, loyalty: null },
  });
  expect((await page('own')).data).toMatchObject({ id: 'own', currency: 'GBP' });
  expect((await page('new')).data).toMatchObject({ id: null, sizes: null });
});

it('a segment that is not there leads to the list', async () => {
  const answer: unknown = await page('gone').catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw new Error('it has a page');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/segments']);
});

it('an address is tried for the shop that is signed in, and one that nobody bought with is unknown', async () => {
  const ask = (email: string) => answerList(context('/app/segments', { intent: 'try', email }));
  expect(await ask('c7001@example.test')).toMatchObject({
    kind: 'found',
    basis: 'now',
    variation: { segments: [{ id: 'own', name: 'Machine owners' }, { id: 'first_time' }] },
  });
  expect(await ask('nobody@example.test')).toEqual({ kind: 'unknown' });
});

it('nobody without a session gets or saves anything', async () => {
  const bare = { request: new Request('http://127.0.0.1:1/app/segments'), params: {}, context: {} };
  const answer = await loadList(bare).then(
    () => 'loaded',
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  );
  expect(answer).not.toBe('loaded');
});
