import { PgBoss, type Db, type Job } from 'pg-boss';
import { z } from 'zod';
import type { JobDetail, JobHandlers, JobName, Log } from '#flows/ports';

const QUEUES: ReadonlyArray<JobName> = [
  'import_history',
  'mine_pairings',
  'reconcile_orders',
  'write_consent',
  'purge_inbox',
  'forget_details',
  'activate_pixel',
  'watch_lift',
];
const DEAD_LETTERS = 'dead_letters';

/** Ten tries over about two hours, then the dead letters. */
const RETRY = { retryLimit: 9, retryDelay: 15, retryBackoff: true, retryDelayMax: 1800 };
const LONGEST_RUN_SECONDS = 3600;
const POLL_SECONDS = 1;
const DRAINED_AT_ONCE = 100;

const jobSchema = z.object({ shopId: z.string(), detail: z.record(z.string(), z.string()) });

export interface Jobs {
  /** Connects, and creates the queues where they are missing. */
  start(): Promise<void>;
  /** Takes no new job, waits for those that run. */
  stop(): Promise<void>;
  /** Adds a job inside the caller's transaction: it exists if and only if that commits. */
  enqueue(transaction: Db, shopId: string, job: JobName, detail: JobDetail): Promise<void>;
  /**
   * Runs what is waiting, and what that adds, one after the other; what other processes add meanwhile waits for the next
   * call. Out: how many jobs ran.
   */
  drain(handlers: JobHandlers): Promise<number>;
  /** Goes on running jobs as they come, until `stop`. */
  work(handlers: JobHandlers): Promise<void>;
}

/** Background work in the same database, by pg-boss, in a schema of its own. Jobs may run more than once. */
export function createJobs(config: {
  readonly connectionString: string;
  readonly statements: Db; // on connections that keep them planned
  readonly log: Log;
}): Jobs {
  let added = 0;
  const { statements: db } = config;
  const boss = new PgBoss({ connectionString: config.connectionString, max: 4, schedule: false });
  boss.on('error', (error) => config.log.warn({ shopId: null, detail: error.message }, 'job queue'));

  const run = async (name: JobName, handlers: JobHandlers, job: Job<object>): Promise<void> => {
    const { shopId, detail } = jobSchema.parse(job.data);
    try {
      await handlers[name](shopId, detail);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      config.log.warn(
        { shopId, job: name, try: job.retryCount + 1, detail: text },
        'job failed; tried again later',
      );
      throw error;
    }
  };

  // What is done is taken out: the question for work reads every job that is still there.
  const drainQueue = async (name: JobName, handlers: JobHandlers): Promise<number> => {
    const jobs = await boss.fetch<object>(name, { batchSize: DRAINED_AT_ONCE, db });
    for (const job of jobs) {
      try {
        await run(name, handlers, job);
        await boss.deleteJob(name, job.id, { db });
      } catch (error) {
        await boss.fail(name, job.id, { message: error instanceof Error ? error.message : String(error) });
      }
    }
    return jobs.length;
  };

  /** One question for all queues: each empty fetch would be a statement of its own. */
  const queuesWithWork = async (): Promise<ReadonlyArray<JobName>> => {
    const { rows } = await db.executeSql(
      `SELECT DISTINCT name FROM pgboss.job WHERE state < 'active' AND start_after <= now()`,
      [],
    );
    const waiting = new Set(
      z
        .array(z.object({ name: z.string() }))
        .parse(rows)
        .map(({ name }) => name),
    );
    return QUEUES.filter((name) => waiting.has(name));
  };

  return {
    async start() {
      await boss.start();
      await boss.createQueue(DEAD_LETTERS);
      for (const name of QUEUES) {
        await boss.createQueue(name, {
          ...RETRY,
          policy: 'standard',
          expireInSeconds: LONGEST_RUN_SECONDS,
          deadLetter: DEAD_LETTERS,
        });
      }
    },

    stop: () => boss.stop({ graceful: true }),

    async enqueue(transaction, shopId, job, detail) {
      added += 1;
      await boss.send(job, { shopId, detail }, { db: transaction });
    },

    async drain(handlers) {
      let ran = 0;
      for (;;) {
        const addedBefore = added;
        const names = await queuesWithWork();
        let isMoreWaiting = false;
        for (const name of names) {
          const done = await drainQueue(name, handlers);
          isMoreWaiting ||= done === DRAINED_AT_ONCE;
          ran += done;
        }
        // Asking once more for nothing would be half of what a quarter of an hour without orders costs.
        if (!isMoreWaiting && added === addedBefore) return ran;
      }
    },

    async work(handlers) {
      for (const name of QUEUES) {
        await boss.work<object>(name, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
          for (const job of jobs) await run(name, handlers, job);
        });
      }
    },
  };
}
