import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { loadHome } from '#flows/load-home';
import { processInbox } from '#flows/process-inbox';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { finishImport } from '../support/finish-import';
import { queryDatabase } from '../support/query-database';
import { startEncore, type RunningEncore } from '../support/start-encore';

// The history of the small shop is 120 to 80 days old: with all orders it makes pairings, of 60 days there is none.
const databases = { granted: await freshDatabase(), withheld: await freshDatabase() };
const withheldScopes = new Set(['read_all_orders']);

/** What is known of a shop: its home, its first order and its pairings. */
async function knownOf({ tools, shopId }: RunningEncore, databaseUrl: string) {
  const [orders] = await queryDatabase<{ count: number; first: Date | null }>(
    databaseUrl,
    `SELECT count(*)::int AS count, min("confirmedAt") AS first FROM "Order"`,
  );
  return {
    home: await loadHome(tools, { shopId, isOutbox: true, now: INSTALLED_AT + HOUR_MS }),
    orders,
    pairings: await tools.store.pairingRows(shopId, 'same_order', [1, 2, 3, 4], []),
    importing: await tools.store.findImport(shopId),
  };
}

/** Shopify's webhook about changed permissions, worked off by a runner that gets no further. */
async function tellScopes(encore: RunningEncore, webhookId: string): Promise<void> {
  await encore.deliver({ topic: 'app/scopes_update', webhookId, payload: JSON.stringify({ id: webhookId }) });
  await processInbox(encore.tools, { now: encore.devStore.store.clock.now, limit: 50 });
}

/** One at a time: calls of this process go to the store that was started last. */
async function start(databaseUrl: string, scopes?: ReadonlySet<string>): Promise<RunningEncore> {
  const seed = buildSeed({ customers: [], future: [] });
  return startEncore({
    databaseUrl,
    seed,
    at: INSTALLED_AT,
    ...(scopes && { withheldScopes: scopes }),
  });
}

let granted: Awaited<ReturnType<typeof knownOf>>;

describe('with the permission to read all orders', () => {
  let encore: RunningEncore;
  beforeAll(async () => {
    encore = await start(databases.granted.url);
    granted = await knownOf(encore, databases.granted.url);
  }, 60_000);
  afterAll(() => encore?.stop());

  it('a shop is known for as long as it has sold, and nothing is said', () => {
    expect(granted.orders?.first?.getTime()).toBe(INSTALLED_AT - 120 * DAY_MS);
    expect(granted.home).toMatchObject({ readsAllOrders: true, readiness: { shortHistory: null } });
    expect(granted.pairings.rows.length).toBeGreaterThan(0);
  });

  it('a change of permissions that leaves it as it was reads nothing again', async () => {
    await tellScopes(encore, 'scopes 1');
    expect(await encore.tools.store.findImport(encore.shopId)).toMatchObject({ state: 'done' });
    const told = `SELECT state FROM "Inbox" WHERE topic = 'app/scopes_update'`;
    expect(await queryDatabase(databases.granted.url, told)).toEqual([{ state: 'done' }]);
  });
});

describe('without it', () => {
  let encore: RunningEncore;
  const known = () => knownOf(encore, databases.withheld.url);
  beforeAll(async () => {
    encore = await start(databases.withheld.url, withheldScopes);
  }, 60_000);
  afterAll(() => encore?.stop());

  it('no order older than 60 days is known, and Home says what that means', async () => {
    const { home, orders, pairings } = await known();
    expect(orders).toEqual({ count: 0, first: null });
    expect(pairings.rows).toEqual([]);
    expect(home).toMatchObject({
      readsAllOrders: false,
      readiness: { shortHistory: { knownFrom: null, windowMonths: 12 } },
    });
  });

  it('a change of permissions that leaves it out changes nothing', async () => {
    await tellScopes(encore, 'scopes 1');
    expect(await known()).toMatchObject({ importing: { state: 'done' }, orders: { count: 0 } });
  });

  it('granted later, the rest of the history is read by itself, and none of it enrols', async () => {
    withheldScopes.clear();
    await tellScopes(encore, 'scopes 2');
    expect(await known()).toMatchObject({ importing: { state: 'requested' } });
    await finishImport(encore.tools.store, encore.shopId, () =>
      encore.moveTo(encore.devStore.store.clock.now + 5 * MINUTE_MS),
    );
    const { home, orders, pairings } = await known();
    expect(orders).toEqual(granted.orders);
    expect(pairings).toEqual(granted.pairings);
    expect(home).toMatchObject({ readsAllOrders: true, readiness: { shortHistory: null } });
    expect(await queryDatabase(databases.withheld.url, `SELECT 1 FROM "Enrolment"`)).toEqual([]);
  }, 60_000);
});
