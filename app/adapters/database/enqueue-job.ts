import type { JobDetail, JobName } from '#flows/ports';
import type { Statements } from './within-shop';

/** Puts a job into its queue inside the caller's transaction: it exists if and only if that commits. */
export type EnqueueJob = (
  transaction: Statements,
  shopId: string,
  job: JobName,
  detail: JobDetail,
) => Promise<void>;
