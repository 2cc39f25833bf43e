import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { StepAnswer } from '#runner/stepped';
import type { DevStoreClient } from './dev-store-client';

/** Tells the runner the time and waits until it has done everything that is due. */
export async function stepRunner(
  runner: ChildProcess,
  now: number,
  jobs = false,
): Promise<Extract<StepAnswer, { kind: 'done' }>> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const died = once(runner, 'exit', { signal }).then(
    () => null,
    () => null,
  );
  const answered = once(runner, 'message', { signal });
  runner.send({ now, jobs });
  const answer = (await Promise.race([answered, died])) as [StepAnswer] | null;
  waiting.abort();
  if (answer === null) throw new Error('the runner ended in the middle of a step');
  if (answer[0].kind === 'failed') throw new Error(`the runner failed: ${answer[0].error}`);
  return answer[0];
}

/**
 * Moves both clocks from one thing that happens to the next until `to`, which nothing reaches: the store places orders
 * and delivers their webhooks, then the runner does what is due, then shoppers get their e-mails.
 */
export async function runSteps(input: {
  readonly store: DevStoreClient;
  readonly runner: ChildProcess;
  readonly from: number;
  readonly to: number;
  readonly deliver: (now: number) => Promise<void>;
  readonly report: (now: number) => void;
  readonly signal?: AbortSignal | undefined; // ends the way between two steps
}): Promise<void> {
  const { store, runner, to } = input;
  let now = input.from;
  let storeNext = await store.moveClock(now);
  for (;;) {
    const step = await stepRunner(runner, now);
    if (step.touches > 0) {
      await input.deliver(now);
      storeNext = await store.moveClock(now); // a shopper's answer may be the next thing now
    }
    now = Math.max(now, Math.min(step.nextAt, storeNext ?? Infinity));
    if (now >= to || input.signal?.aborted === true) return;
    storeNext = await store.moveClock(now);
    input.report(now);
  }
}
