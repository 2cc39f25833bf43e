import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { loadReport } from '#flows/load-report';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const [ada, held] = [...customersOf('treatment', 1), ...customersOf('holdout', 1)];
if (!ada || !held) throw new Error('two customers were wanted');
const orderAt = INSTALLED_AT + HOUR_MS; // 2026-06-02
const sentAt = orderAt + 20 * MINUTE_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const future = [
    buildStoreOrder('3001', ada, orderAt, ['1']),
    buildStoreOrder('3002', held, orderAt, ['1']),
  ];
  const seed = buildSeed({
    customers: [ada, held],
    future: future.map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order })),
  });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.moveTo(orderAt + 30 * MINUTE_MS);
  const settings = { ...DEFAULT_SETTINGS, data: { retentionMonths: 3 } };
  await encore.tools.store.saveSettings(encore.shopId, settings, 'Ann', sentAt);
}, 60_000);
afterAll(() => encore?.stop());

const details = async () => {
  const [decisions] = await queryDatabase<{ all: number; detailed: number }>(
    database.url,
    `SELECT count(*)::int AS "all", count(*) FILTER (WHERE gates <> '[]' OR candidates IS NOT NULL)::int AS detailed
     FROM "Decision" WHERE "decidedAt" < $1`,
    [new Date(orderAt + DAY_MS)],
  );
  const [touches] = await queryDatabase<{ subjects: number; hashes: number }>(
    database.url,
    `SELECT count(subject)::int AS subjects, count("emailHash")::int AS hashes FROM "Touch" WHERE "touchNumber" = 1`,
  );
  const { emails } = await encore.tools.outbox.list(encore.shopId, { offset: 0, limit: 100 });
  return { ...decisions, ...touches, emails: emails.filter((one) => one.sentAt === sentAt).length };
};

/** Everything that is counted, as of the same moment whenever it is asked. */
const figures = async () => {
  const { tools, shopId } = encore;
  const until = orderAt + 100 * DAY_MS;
  const slice = { from: INSTALLED_AT, until, segment: null };
  return {
    units: await tools.store.liftUnits(shopId),
    tallies: await tools.store.touchTallies(shopId, slice),
    funnel: await tools.store.funnelCounts(shopId, slice),
    lost: await tools.store.peopleLost(shopId, slice),
    report: await loadReport(tools, { shopId, period: '90', segment: null, model: 'last_touch', now: until }),
  };
};

describe('what is older than the merchant wants to keep', () => {
  it('stays whole until that time has passed', async () => {
    await encore.wakeAt(Date.parse('2026-09-02T03:00:00Z')); // three months less a few hours, after the nightly job
    expect(await details()).toMatchObject({ detailed: 4, subjects: 2, emails: 1 });
  });

  it('loses its details in the night after, while every figure stays what it was', async () => {
    const before = await figures();
    const known = await details();
    await encore.wakeAt(Date.parse('2026-09-03T03:00:00Z'));
    expect(await details()).toEqual({ ...known, detailed: 0, subjects: 0, emails: 0 });
    expect(await figures()).toEqual(before);
    expect(before.units).toHaveLength(2);
    expect(before.tallies[0]).toMatchObject({ touchNumber: 1, sent: 1 });
  });

  it('what is younger is not touched, and a second night finds nothing more', async () => {
    const younger = () =>
      queryDatabase(
        database.url,
        `SELECT "decisionId", gates FROM "Decision" WHERE "decidedAt" > $1 ORDER BY 1`,
        [new Date(orderAt + DAY_MS)],
      );
    const kept = await younger();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ gates }) => JSON.stringify(gates) === '[]')).toEqual([]);
    const { store, outbox } = encore.tools;
    expect(await store.forgetDetails(encore.shopId, orderAt + DAY_MS)).toEqual({ decisions: 0, touches: 0 });
    expect(await store.touchesWithDetails(encore.shopId, orderAt + DAY_MS)).toEqual([]);
    expect(await outbox.forgetTests(encore.shopId, orderAt + DAY_MS)).toBe(0);
    expect(await younger()).toEqual(kept);
  });
});
