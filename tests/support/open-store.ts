import type { PrismaClient } from '@prisma/client';
import { afterAll } from 'vitest';
import { createDatabaseStore } from '#adapters/database/database-store';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import type { JobDetail, JobName, Store } from '#flows/ports';
import { freshDatabase } from './database';

export type EnqueuedJob = { readonly shopId: string; readonly job: JobName; readonly detail: JobDetail };

/**
 * A store on a database of its own, and what it put into the queue.
 * Call it where tests are collected, not inside a test.
 */
export async function openStore(): Promise<{
  readonly store: Store;
  readonly prisma: PrismaClient;
  readonly url: string;
  readonly jobs: ReadonlyArray<EnqueuedJob>;
}> {
  const { url } = await freshDatabase();
  const prisma = createPrisma({ connectionString: url, connections: 12 });
  afterAll(() => closeConnections(prisma));
  const jobs: EnqueuedJob[] = [];
  const enqueue = async (_transaction: unknown, shopId: string, job: JobName, detail: JobDetail) => {
    jobs.push({ shopId, job, detail });
  };
  return { store: createDatabaseStore({ prisma, enqueue }), prisma, url, jobs };
}
