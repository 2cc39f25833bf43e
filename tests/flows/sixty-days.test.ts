import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { loadHome } from '#flows/load-home';
import { processInbox } from '#flows/process-inbox';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { finishImport } from '../support/finish-import';
import { queryDatabase } from '../support/query-database';
import { startEncore, type RunningEncore } from '../support/start-encore';

// The history of the small shop is 120 to 80 days old: with all orders it makes pairings, with 60 days there is none.
const databases = { granted: await freshDatabase(), withheld: await freshDatabase() };
const withheldScopes = new Set(['read_all_orders']);
let granted: RunningEncore;
let withheld: RunningEncore;

beforeAll(async () => {
  const seed = () => buildSeed({ customers: [], future: [] });
  granted = await startEncore({ databaseUrl: databases.granted.url, seed: seed(), at: INSTALLED_AT });
  withheld = await startEncore({
    databaseUrl: databases.withheld.url,
    seed: seed(),
    at: INSTALLED_AT,
    withheldScopes,
  });
}, 60_000);
afterAll(async () => {
  await granted?.stop();
  await withheld?.stop();
});

const home = async ({ tools, shopId }: RunningEncore) => {
  const page = await loadHome(tools, { shopId, isOutbox: true, now: INSTALLED_AT + HOUR_MS });
  if (!page) throw new Error('no home');
  return page;
};
const oldest = async (url: string) => {
  const [row] = await queryDatabase<{ orders: number; at: Date | null }>(
    url,
    `SELECT count(*)::int AS orders, min("confirmedAt") AS at FROM "Order"`,
  );
  return row;
};
const pairs = ({ tools, shopId }: RunningEncore) =>
  tools.store.pairingRows(shopId, 'same_order', [1, 2, 3, 4]);

describe('without the permission to read all orders', () => {
  it('Shopify shows no order older than 60 days, and Home says what that means', async () => {
    expect(await oldest(databases.withheld.url)).toEqual({ orders: 0, at: null });
    expect(await home(withheld)).toMatchObject({
      readsAllOrders: false,
      readiness: { shortHistory: { knownFrom: null, windowMonths: 12 } },
    });
  });

  it('with it the same shop is known for as long as it has sold, and nothing is said', async () => {
    const known = await oldest(databases.granted.url);
    expect(known?.at?.getTime()).toBe(INSTALLED_AT - 120 * DAY_MS);
    expect(await home(granted)).toMatchObject({ readsAllOrders: true, readiness: { shortHistory: null } });
    expect((await pairs(granted)).rows.length).toBeGreaterThan(0);
  });

  it('a change of permissions that leaves it out changes nothing', async () => {
    await tellScopes('scopes 1');
    expect(await withheld.tools.store.findImport(withheld.shopId)).toMatchObject({ state: 'done' });
    expect(await oldest(databases.withheld.url)).toMatchObject({ orders: 0 });
  });

  it('granted later, the rest of the history is read by itself, and none of it enrols', async () => {
    withheldScopes.clear();
    await tellScopes('scopes 2');
    const { tools, shopId } = withheld;
    expect(await tools.store.findImport(shopId)).not.toMatchObject({ state: 'done' });
    await finishImport(tools.store, shopId, () =>
      withheld.moveTo(withheld.devStore.store.clock.now + 5 * MINUTE_MS),
    );
    expect(await oldest(databases.withheld.url)).toEqual(await oldest(databases.granted.url));
    expect((await pairs(withheld)).rows).toEqual((await pairs(granted)).rows);
    expect((await home(withheld)).readiness?.shortHistory).toBeNull();
    expect(await queryDatabase(databases.withheld.url, `SELECT 1 FROM "Enrolment"`)).toEqual([]);
  }, 60_000);
});

/** Shopify's webhook about changed permissions, worked off by a runner that gets no further. */
async function tellScopes(webhookId: string): Promise<void> {
  await withheld.deliver({
    topic: 'app/scopes_update',
    webhookId,
    payload: JSON.stringify({ id: webhookId }),
  });
  await processInbox(withheld.tools, { now: withheld.devStore.store.clock.now, limit: 50 });
}
