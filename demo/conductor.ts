import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DevStoreClient } from '../simulate/dev-store-client';
import { runSteps, stepRunner } from '../simulate/run-steps';

const TICK_MS = 500;

export type Orchestra = {
  readonly store: DevStoreClient;
  readonly runner: ChildProcess;
  /** Puts the e-mails of this moment into the shoppers' hands. */
  readonly deliver: (now: number) => Promise<void>;
};

/**
 * While the clock stands the runner is ticked twice a second, so that what a person does at the screens is worked off;
 * when somebody asks for a later time, store and runner are taken there from one thing that happens to the next.
 * Ends when it is asked to stop, in the middle of a way between two steps.
 */
export async function conduct(orchestra: Orchestra, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await conductOnce(orchestra, signal);
    await sleep(TICK_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** One tick, or the whole way to the time that was asked for. */
export async function conductOnce(
  { store, runner, deliver }: Orchestra,
  signal?: AbortSignal,
): Promise<void> {
  const { now, target } = await store.target();
  if (target > now) {
    await runSteps({ store, runner, from: now, to: target, deliver, report: () => undefined, signal });
    if (signal?.aborted) return;
    await store.moveClock(target);
    await tick({ store, runner, deliver }, target);
    return;
  }
  await tick({ store, runner, deliver }, now);
}

async function tick({ store, runner, deliver }: Orchestra, now: number): Promise<void> {
  await store.moveClock(now);
  const { touches } = await stepRunner(runner, now, true);
  if (touches > 0) await deliver(now);
}
