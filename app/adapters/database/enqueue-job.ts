import type { Prisma } from '@prisma/client';
import type { JobDetail, JobName } from '#flows/ports';

/** Puts a job into its queue inside the caller's transaction: it exists if and only if that commits. */
export type EnqueueJob = (
  transaction: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  shopId: string,
  job: JobName,
  detail: JobDetail,
) => Promise<void>;
