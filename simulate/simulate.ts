import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSettings } from '#adapters/settings/parse-settings';
import type { Settings } from '#core/settings/settings';
import { createDevStoreClient } from './dev-store-client';
import type { SimulationOptions } from './options';
import { simulatedDays } from './simulated-days';
import { startStack } from './stack';
import { runSteps } from './run-steps';
import { createProgress } from './progress';
import { deliverEmails } from './deliver-emails';
import { installAndImport } from './install';
import { collectSummary } from './collect-summary';
import { readDecisions, readTouches } from './outcomes';
import { moveEmails, writeSummary, writeTouches, writeTraces } from './write-results';

/**
 * The main job as a batch: history is imported through the bulk operation, every later order arrives as a signed
 * webhook at its own time, the runner works, and the results are written when all of it went well.
 * In: options with absolute paths. Out: the folder that was written. Throws before anything is written there.
 */
export async function simulate(options: SimulationOptions): Promise<string> {
  const startedAt = performance.now();
  const settings = options.settingsFile === null ? null : await readSettings(options.settingsFile);
  const partial = `${options.out}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    await runAndWrite(options, settings, partial, startedAt);
    await rm(options.out, { recursive: true, force: true });
    await rename(partial, options.out);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return options.out;
}

async function runAndWrite(
  options: SimulationOptions,
  settings: Settings | null,
  partial: string,
  startedAt: number,
): Promise<void> {
  const stack = await startStack(options.source, partial);
  try {
    const store = createDevStoreClient(stack.devStoreUrl, stack.shopId);
    const days = simulatedDays(options, await store.facts());
    const progress = createProgress(days);
    // One millisecond before the midnight: what happens at it is no history any more.
    const installedAt = days.historyUntil - 1;
    await store.moveClock(installedAt);
    await installAndImport({
      stack,
      client: store,
      store: stack.store,
      settings,
      now: installedAt,
      report: progress.importing,
    });
    await runSteps({
      store,
      runner: stack.runner,
      from: installedAt,
      to: days.to,
      report: progress.stepping,
      deliver: (now) => deliverEmails({ client: stack.client, store, outbox: stack.outbox, now }),
    });

    progress.writing();
    const ids = await store.ids();
    const rows = await readTouches(stack.client, stack.shopId);
    await writeTouches(partial, rows, ids);
    await writeTraces(partial, readDecisions(stack.client, stack.shopId), ids);
    await moveEmails(partial, join(stack.outbox, stack.shopId));
    const answerOrders = options.source.kind === 'store' ? await store.answerOrders() : null;
    const summary = await collectSummary({ stack, days, rows, answerOrders });
    const wallSeconds = Math.round((performance.now() - startedAt) / 100) / 10;
    await writeSummary(partial, { ...summary, wall_seconds: wallSeconds });
  } finally {
    await stack.stop();
  }
  await rm(join(partial, '.work'), { recursive: true, force: true });
}

async function readSettings(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(
      `--settings ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  try {
    return parseSettings(JSON.parse(text));
  } catch (error) {
    throw new Error(`--settings ${file}:\n${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
