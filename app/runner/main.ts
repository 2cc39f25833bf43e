import { readEnv } from '#adapters/env/read-env';
import { createTools } from '#adapters/wiring.server';
import type { Tools } from '#flows/ports';
import { jobHandlers } from './jobs';
import { runLoop } from './loop';
import { answerSteps } from './stepped';

/**
 * The process that works. Stop it with SIGTERM or SIGINT: it takes nothing new, finishes what is in its hands, releases
 * the rest and exits 0; a second signal ends it at once. Started with a channel to its parent it is told the time
 * instead of looking at a clock.
 */
async function main(): Promise<void> {
  const tools = createTools(readEnv(process.env));
  const { clock, jobs, log } = tools;
  const stopping = new AbortController();
  await jobs.start();
  await retryPausedShops(tools);
  const stop = () => {
    if (stopping.signal.aborted) process.exit(1);
    log.info({ shopId: null }, 'runner stops: finishing what is in hand');
    stopping.abort();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  if (process.send) {
    const parentGone = new Promise((resolve) => process.once('disconnect', resolve));
    answerSteps(process, tools, jobs.drain, (now) => jobHandlers(tools, { now: () => Promise.resolve(now) }));
    const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
    await Promise.race([parentGone, stopped]);
    if (process.connected) process.disconnect?.();
  } else {
    log.info({ shopId: null }, 'runner started: webhooks, due touches, schedule and background jobs');
    await jobs.work(jobHandlers(tools, clock));
    await runLoop(tools, clock, stopping.signal);
  }
  await jobs.stop();
  await tools.close();
  log.info({ shopId: null }, 'runner stopped');
}

/** The provider refused the key that the last process had. Its touches wait; this one's first e-mail tells whether it does. */
async function retryPausedShops({ store, log }: Pick<Tools, 'store' | 'log'>): Promise<void> {
  for (const { shopId, sendingPaused } of await store.activeShops()) {
    if (sendingPaused?.reason !== 'sending_paused') continue;
    await store.resumeSending(shopId, null);
    log.info({ shopId, detail: sendingPaused.detail }, 'sending is tried again');
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
