import { afterAll, expect, it } from 'vitest';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { statementsOf, withinTransaction } from '#adapters/database/within-shop';
import { createJobs } from '#adapters/jobs/jobs';
import type { JobHandlers } from '#flows/ports';
import { freshDatabase } from '../../support/database';

const { url } = await freshDatabase();
const prisma = createPrisma({ connectionString: url, connections: 4 });
const warnings: unknown[] = [];
const log = { info: () => {}, warn: (fields: unknown) => void warnings.push(fields) };
const jobs = createJobs({ connectionString: url, statements: statementsOf(prisma), log });
await jobs.start();
afterAll(async () => {
  await jobs.stop();
  await closeConnections(prisma);
});

const SHOP = 'one.myshopify.com';
const enqueue = (detail: Readonly<Record<string, string>>) =>
  withinTransaction(prisma, (_, statements) => jobs.enqueue(statements, SHOP, 'write_consent', detail));

function handlersThat(act: (detail: Readonly<Record<string, string>>) => Promise<void>): JobHandlers {
  const never = async () => {
    throw new Error('this job was not enqueued');
  };
  return {
    import_history: never,
    mine_pairings: never,
    reconcile_orders: never,
    purge_inbox: never,
    forget_details: never,
    activate_pixel: never,
    watch_lift: never,
    write_consent: (shopId, detail) => act({ shopId, ...detail }),
  };
}

it('a job runs once, with what it was given', async () => {
  const ran: unknown[] = [];
  await enqueue({ customerId: 'c1' });
  const handlers = handlersThat(async (detail) => void ran.push(detail));
  expect(await jobs.drain(handlers)).toBe(1);
  expect(await jobs.drain(handlers)).toBe(0);
  expect(ran).toEqual([{ shopId: SHOP, customerId: 'c1' }]);
});

it('a job exists if and only if the transaction that added it commits', async () => {
  const rolledBack = withinTransaction(prisma, async (_, statements) => {
    await jobs.enqueue(statements, SHOP, 'write_consent', { customerId: 'c2' });
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  expect(await jobs.drain(handlersThat(async () => {}))).toBe(0);
});

it('a job that adds another is followed by it', async () => {
  await enqueue({ step: '1' });
  const steps: unknown[] = [];
  const handlers = handlersThat(async ({ step }) => {
    steps.push(step);
    if (step === '1') await enqueue({ step: '2' });
  });
  expect(await jobs.drain(handlers)).toBe(2);
  expect(steps).toEqual(['1', '2']);
});

it('more jobs than are taken at once all run', async () => {
  for (let n = 0; n < 101; n += 1) await enqueue({ n: String(n) });
  expect(await jobs.drain(handlersThat(async () => {}))).toBe(101);
});

it('a job that fails is tried again later, not at once, and after the last try lies among the dead letters', async () => {
  await enqueue({ customerId: 'c3' });
  const failing = handlersThat(async () => {
    throw new Error('Shopify did not answer');
  });
  expect(await jobs.drain(failing)).toBe(1);
  expect(await jobs.drain(failing)).toBe(0);
  expect(warnings).toContainEqual({
    shopId: SHOP,
    job: 'write_consent',
    try: 1,
    detail: 'Shopify did not answer',
  });

  await prisma.$executeRaw`UPDATE pgboss.job SET retry_limit = 1, start_after = now() WHERE name = 'write_consent' AND state = 'retry'`;
  expect(await jobs.drain(failing)).toBe(1);
  expect(await jobs.drain(handlersThat(async () => {}))).toBe(0);
  const dead =
    await prisma.$queryRaw`SELECT data ->> 'shopId' AS shop FROM pgboss.job WHERE name = 'dead_letters'`;
  expect(dead).toEqual([{ shop: SHOP }]);
});

it('a worker takes jobs as they come', async () => {
  const { promise, resolve } = Promise.withResolvers<Readonly<Record<string, string>>>();
  const live = createJobs({ connectionString: url, statements: statementsOf(prisma), log });
  await live.start();
  await live.work(handlersThat(async (detail) => resolve(detail)));
  await enqueue({ customerId: 'c4' });
  expect(await promise).toEqual({ shopId: SHOP, customerId: 'c4' });
  await live.stop();
});
