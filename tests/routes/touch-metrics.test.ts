import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { loader as loadActivity } from '../../app/routes/app.activity._index/route';
import { loader as loadReports } from '../../app/routes/app.reports/route';
import { action as actOnSettings, loader as loadSettings } from '../../app/routes/app.settings/route';
import { web } from '../../app/web.server';
import { adminRequest } from '../support/admin-request';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startEncore, type RunningEncore } from '../support/start-encore';
import { useEnvironment } from './use-environment';

const database = await freshDatabase();
const [ada, bob, cem] = customersOf('treatment', 3);
if (!ada || !bob || !cem) throw new Error('three customers were wanted');
const TIN = '4';
const MACHINE = '1';
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const future = [
    buildStoreOrder('3001', bob, INSTALLED_AT - 30 * DAY_MS, [TIN]),
    buildStoreOrder('3002', ada, orderAt, [TIN]),
    buildStoreOrder('3003', bob, orderAt, [TIN]),
    buildStoreOrder('3004', cem, orderAt, [MACHINE]),
  ].map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [ada, bob, cem], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  useEnvironment(encore.env);
  await save({ productTypes: { Tins: 'consumable' } });
  await encore.moveTo(orderAt + 30 * MINUTE_MS);
  await encore.wakeAt(orderAt + 31 * DAY_MS); // what lasts has its touch 3 on day 30
}, 60_000);
afterAll(async () => {
  await web().jobs.stop();
  await web().close();
  await encore.stop();
});

const asked = (path: string, body?: unknown) => ({
  request: adminRequest(encore, path, body),
  params: {},
  context: {},
});

async function save(values: Readonly<Record<string, unknown>>) {
  const { version } = await encore.tools.store.newestSettings(encore.shopId);
  return actOnSettings(asked('/app/settings', { intent: 'save_settings', baseVersion: version, values }));
}
const report = () => loadReports(asked('/app/reports?period=90'));

it('of three enrolments one is a first purchase of something that runs out; the others had it before or bought what lasts', async () => {
  expect((await report()).totals).toMatchObject({
    firstPurchases: 1,
    firstPurchasesNotKept: 0,
    subscribed: { count: 0, rate: 0 },
  });
});

it('what Reports says was sent of a touch is what Activity shows for it', async () => {
  const { touches } = await report();
  const [one, two] = touches;
  const counted = async (touch: number) =>
    (await loadActivity(asked(`/app/activity?tab=sent&touch=${touch}&days=90`))).counts.sent;
  expect(one?.sent).toBeGreaterThan(0);
  expect([await counted(1), await counted(2)]).toEqual([one?.sent, two?.sent]);
  expect(one?.sent).not.toBe(two?.sent);
});

it('a touch or an answer that there is not is no filter', async () => {
  const { touchNumber, answer, days } = await loadActivity(
    asked('/app/activity?touch=4&answer=read&days=365'),
  );
  expect([touchNumber, answer, days]).toEqual([null, null, 365]);
});

describe('a benchmark', () => {
  it('is saved with both its ends, is shown in reports as the merchant’s, and is put back', async () => {
    const openedOne = { lowPercent: 20, highPercent: 30 };
    expect(await save({ 'benchmarks.openedOne': openedOne })).toMatchObject({ kind: 'saved' });
    expect((await loadSettings(asked('/app/settings'))).settings.benchmarks.openedOne).toEqual(openedOne);
    expect((await report()).benchmarks.shares.openedOne).toEqual({
      range: { low: 0.2, high: 0.3 },
      isPublished: false,
    });
    await save({ 'benchmarks.openedOne': { lowPercent: 55, highPercent: 70 } });
    expect((await report()).benchmarks.shares.openedOne.isPublished).toBe(true);
  });

  it('that ends before it begins is refused at its second field, and nothing is saved', async () => {
    const { version } = await encore.tools.store.newestSettings(encore.shopId);
    const refused = await save({ 'benchmarks.openedOne': { lowPercent: 30, highPercent: 20 } });
    expect(refused).toMatchObject({
      kind: 'refused',
      faults: [{ path: 'benchmarks.openedOne.highPercent', value: 20 }],
    });
    expect((await encore.tools.store.newestSettings(encore.shopId)).version).toBe(version);
  });

  it('of money is published in dollars, so that a shop in pounds has none until it enters its own', async () => {
    expect((await report()).benchmarks.revenuePerEmail).toBeNull();
    await save({ 'benchmarks.revenuePerEmail': { lowMinor: 100, highMinor: 500 } });
    expect((await report()).benchmarks.revenuePerEmail).toEqual({
      range: { low: 100, high: 500 },
      isPublished: false,
    });
  });
});
