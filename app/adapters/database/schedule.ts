import type { PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import type { EnqueueJob } from './enqueue-job';
import { withinTransaction } from './within-shop';

/** Queues belong to no shop's role, so these two run as the owner; the shop is named in the row and in the job. */
export function scheduleMethods(
  prisma: PrismaClient,
  enqueueJob: EnqueueJob,
): Pick<Store, 'startSlot' | 'enqueue'> {
  return {
    // Unique: shop, job, slot. The job stands in the queue if and only if the slot is taken.
    startSlot: (shopId, job, slot) =>
      withinTransaction(prisma, async (sql, statements) => {
        const started = await sql.$executeRaw`
          INSERT INTO "CronSlot" ("shopId", job, slot) VALUES (${shopId}, ${job}, ${slot}) ON CONFLICT DO NOTHING`;
        if (started === 0) return false;
        await enqueueJob(statements, shopId, job, { slot });
        return true;
      }),

    enqueue: (shopId, job, detail) =>
      withinTransaction(prisma, (_, statements) => enqueueJob(statements, shopId, job, detail)),
  };
}
