import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { createDatabaseStore } from '#adapters/database/database-store';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { MONDAY } from '../../support/build-order';
import { buildGate, buildTouches, claimOne, enrol } from '../../support/build-enrolment';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const DUE = MONDAY + 20 * MINUTE_MS;

async function lapse(prisma: Awaited<ReturnType<typeof openStore>>['prisma']): Promise<void> {
  await prisma.$executeRaw`UPDATE "Touch" SET "leaseUntil" = clock_timestamp() - interval '1 second' WHERE "leaseUntil" IS NOT NULL`;
}

describe('when', async () => {
  const { store } = await openStore();
  it('a touch is claimed from the moment it is due and not a millisecond before', async () => {
    const shopId = await installShop(store);
    await enrol(store, shopId, 1);
    expect(await store.nextDueAt()).toBe(DUE);
    expect(await store.claimDueTouches(DUE - 1, 10, 60_000)).toEqual([]);
    expect(await claimOne(store, DUE)).toMatchObject({
      shopId,
      orderId: 'gid://shopify/Order/1',
      touchNumber: 1,
      enrolmentId: 'enrolment of gid://shopify/Order/1',
    });
    expect(await store.claimDueTouches(DUE, 10, 60_000)).toEqual([]);
    expect(await store.nextDueAt()).toBeNull();
  });
});

describe('who', async () => {
  const { store, url } = await openStore();
  it('eight claimers of two stores take every touch exactly once', async () => {
    const shops = [await installShop(store), await installShop(store)];
    for (const shopId of shops) for (let n = 0; n < 60; n += 1) await enrol(store, shopId, n);
    const prisma = createPrisma({ connectionString: url, connections: 4 });
    const other = createDatabaseStore({ prisma, enqueue: async () => {} });
    const claimed: string[] = [];
    const work = async (claimer: typeof store) => {
      for (let empty = 0; empty < 3;) {
        const claims = await claimer.claimDueTouches(DUE, 7, 60_000);
        claimed.push(...claims.map((claim) => `${claim.shopId} ${claim.touchId}`));
        empty = claims.length === 0 ? empty + 1 : 0;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => work(n % 2 ? store : other)));
    await closeConnections(prisma);
    expect(claimed).toHaveLength(120);
    expect(new Set(claimed).size).toBe(120);
  });
});

describe('a touch that another claimer is just taking', async () => {
  const { store, prisma } = await openStore();
  it('is passed over, not waited for', async () => {
    const shopId = await installShop(store);
    await enrol(store, shopId, 1);
    await enrol(store, shopId, 2);
    await prisma.$transaction(async (sql) => {
      await sql.$queryRaw`SELECT FROM "Touch" WHERE "orderId" = 'gid://shopify/Order/1' FOR UPDATE`;
      expect(await store.claimDueTouches(DUE, 10, 60_000)).toMatchObject([
        { orderId: 'gid://shopify/Order/2' },
      ]);
    });
    expect(await store.claimDueTouches(DUE, 10, 60_000)).toMatchObject([
      { orderId: 'gid://shopify/Order/1' },
    ]);
  });
});

describe('which first', async () => {
  const { store } = await openStore();
  it('the oldest due first, and one shop does not starve another', async () => {
    const [loud, quiet] = [await installShop(store), await installShop(store)];
    for (let n = 1; n <= 20; n += 1) {
      const orderId = `gid://shopify/Order/${n}`;
      await enrol(store, loud, n, { touches: buildTouches(orderId, { dueAt: DUE - n }) });
    }
    await enrol(store, quiet, 1);
    const batch = await store.claimDueTouches(DUE, 6, 60_000);
    expect(batch.filter((claim) => claim.shopId === quiet)).toHaveLength(1);
    expect(
      batch.filter((claim) => claim.shopId === loud).map((claim) => claim.orderId.split('/').at(-1)),
    ).toEqual(['20', '19', '18']);
  });
});

describe('leases', async () => {
  const { store, prisma } = await openStore();
  it('a claim whose lease ran out is due again; one inside its lease is not touched', async () => {
    const shopId = await installShop(store);
    await enrol(store, shopId, 1);
    const zombie = await claimOne(store);
    expect(await store.recoverExpiredLeases()).toEqual({ released: 0, ambiguous: 0 });
    await lapse(prisma);
    expect(await store.beginSending(shopId, zombie, buildGate())).toEqual({ kind: 'fenced' });
    expect(await store.recoverExpiredLeases()).toEqual({ released: 1, ambiguous: 0 });

    const heir = await claimOne(store);
    expect(await store.beginSending(shopId, zombie, buildGate())).toEqual({ kind: 'fenced' });
    expect(
      await store.finishTouch(shopId, zombie, { state: 'skipped', at: DUE, reason: 'no_candidate' }),
    ).toBe(false);
    expect(await store.beginSending(shopId, heir, buildGate())).toEqual({ kind: 'sending' });
    expect(await store.beginSending(shopId, heir, buildGate())).toEqual({ kind: 'fenced' });
  });

  it('a sending whose lease ran out is ambiguous, is not claimed again, and its enrolment is over', async () => {
    await lapse(prisma);
    expect(await store.recoverExpiredLeases()).toEqual({ released: 0, ambiguous: 1 });
    expect(await store.claimDueTouches(MONDAY + 9 * DAY_MS, 10, 60_000)).toEqual([]);
    expect(await prisma.enrolment.findMany()).toMatchObject([{ isLive: false, exitReason: 'completed' }]);
  });

  it('released claims are due at once, but only for the token that holds them', async () => {
    const shopId = await installShop(store);
    await enrol(store, shopId, 1);
    const claim = await claimOne(store);
    await store.releaseClaims([{ ...claim, token: 'not mine' }]);
    expect(await store.claimDueTouches(MONDAY + DAY_MS, 10, 60_000)).toEqual([]);
    await store.releaseClaims([claim]);
    expect(await claimOne(store)).toMatchObject({ touchId: claim.touchId });
  });
});

describe('a backlog', async () => {
  const { store, prisma } = await openStore();
  it('is claimed by the partial index, so the cost does not grow with it', async () => {
    const shopId = await installShop(store);
    await enrol(store, shopId, 1);
    await prisma.$executeRaw`
      INSERT INTO "Touch" ("shopId", "touchId", "enrolmentId", "orderId", "personId", "touchNumber", state, "firstDueAt",
        "dueAt", "windowEndsAt", "settingsVersion")
      SELECT ${shopId}, 'bulk ' || n, 'bulk ' || n, '', '', 1, 'due', at, at, at, 0
      FROM generate_series(1, 20000) n, LATERAL (SELECT ${new Date(DUE).toISOString()}::timestamptz + n * interval '1 second' AS at) due`;
    await prisma.$executeRawUnsafe('ANALYZE "Touch"');
    await store.claimDueTouches(MONDAY + 9 * DAY_MS, 10, 60_000);
    const [scans] = await prisma.$queryRaw<[{ read: bigint }]>`
      SELECT seq_tup_read AS read FROM pg_stat_user_tables WHERE relname = 'Touch'`;
    expect(Number(scans.read)).toBeLessThan(20_000 * 2); // ANALYZE and the first row only; never again the whole table
    const plan = JSON.stringify(
      await prisma.$queryRawUnsafe(
        `EXPLAIN (FORMAT JSON) SELECT 1 FROM "Touch" t WHERE t."shopId" = '${shopId}' AND t.state = 'due' AND t."dueAt" <= now()
       ORDER BY t."dueAt", t."touchId" LIMIT 10 FOR UPDATE SKIP LOCKED`,
      ),
    );
    expect(plan).toContain('Touch_due_idx');
  });
});
