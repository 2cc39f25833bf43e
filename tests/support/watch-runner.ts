import { vi } from 'vitest';
import { queryDatabase } from './query-database';
import { countTouchOnes } from './read-ledger';
import type { RunnerProcess } from './runner-process';
import type { SendGridServer } from './sendgrid-server';

const PATIENCE_MS = 60_000;

/** Waits until the local SendGrid has taken so many more emails than now. */
export async function untilSent(
  runner: RunnerProcess,
  sendGrid: SendGridServer,
  more: number,
): Promise<void> {
  const wanted = sendGrid.accepted().length + more;
  await vi.waitUntil(
    () => {
      runner.assertAlive();
      return sendGrid.accepted().length >= wanted;
    },
    { timeout: PATIENCE_MS, interval: 5 },
  );
}

/** Waits until every first touch has its outcome. */
export async function untilNoneIsOpen(
  runner: RunnerProcess,
  databaseUrl: string,
  shopId: string,
): Promise<void> {
  await vi.waitUntil(
    async () => {
      runner.assertAlive();
      const { due = 0, claimed = 0, sending = 0 } = await countTouchOnes(databaseUrl, shopId);
      return due + claimed + sending === 0;
    },
    { timeout: PATIENCE_MS, interval: 100 },
  );
}

/** Waits until the database has done with what a killed process had begun: its connections are gone. */
export async function untilForgotten({ name }: RunnerProcess, databaseUrl: string): Promise<void> {
  const sql = 'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()';
  await vi.waitUntil(async () => (await queryDatabase(databaseUrl, sql, [name])).length === 0, {
    timeout: PATIENCE_MS,
    interval: 10,
  });
}
