import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#core/shared/time';
import type { Clock, Tools } from '#flows/ports';
import { startDueSlots } from './schedule';
import { tick } from './tick';

/** Half of it is how late a due touch starts on average. */
const POLL_MS = 100;
/** Leases and slots are minutes long: looking at every tick would only cost. */
const UPKEEP_EVERY_MS = 10_000;
const MOST_BACKOFF_MS = 10_000;

/**
 * Ticks until it is asked to stop; the tick in progress finishes the e-mail in its hands and releases the rest. A
 * database that is away is waited for: each failure doubles the pause, up to ten seconds.
 */
export async function runLoop(tools: Tools, clock: Clock, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let upkeepAt = -Infinity;
  const knownSlots = new Map<string, string>();
  while (!signal.aborted) {
    try {
      const now = await clock.now();
      if (performance.now() - upkeepAt > UPKEEP_EVERY_MS) {
        upkeepAt = performance.now();
        await keepUp(tools, now, knownSlots);
      }
      await tick(tools, now, signal);
      failures = 0;
    } catch (error) {
      failures += 1;
      tools.log.warn({ shopId: null, failures, detail: textOf(error) }, 'tick failed; tried again');
    }
    const pause = failures === 0 ? POLL_MS : Math.min(MOST_BACKOFF_MS, POLL_MS * 2 ** failures);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** A schedule that cannot be started must not stop what is due from being sent. */
async function keepUp(tools: Tools, now: Instant, knownSlots: Map<string, string>): Promise<void> {
  try {
    await recoverLeases(tools);
    await startDueSlots(tools, now, knownSlots);
  } catch (error) {
    tools.log.warn({ shopId: null, detail: textOf(error) }, 'upkeep failed; tried again');
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a process that died had in its hands: begun sendings become ambiguous, the rest is due again. */
async function recoverLeases({ store, log }: Pick<Tools, 'store' | 'log'>): Promise<void> {
  const { released, ambiguous } = await store.recoverExpiredLeases();
  if (released + ambiguous > 0)
    log.warn({ shopId: null, released, ambiguous }, 'leases of a dead process recovered');
}
