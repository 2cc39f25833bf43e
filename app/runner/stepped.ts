import type { Instant } from '#core/shared/time';
import type { JobHandlers, Tools } from '#flows/ports';
import { RECONCILE_EVERY_MS, startDueSlots } from './schedule';
import { tick } from './tick';

/** What a simulation asks of the runner: do everything due at `now`; `jobs` asks for background jobs between slots too. */
export type StepRequest = { readonly now: Instant; readonly jobs: boolean };
/** What it answers: it is done, and the next thing comes at `nextAt`. */
export type StepAnswer =
  | { readonly kind: 'done'; readonly nextAt: Instant; readonly touches: number }
  | { readonly kind: 'failed'; readonly error: string };

/**
 * The runner on somebody else's clock: does everything that is due at each moment it is told and says when it next has
 * something to do. Background jobs run with the slots of the schedule, as often as anything looks at their outcome.
 * Used by simulations, which own the clock.
 */
export async function step(
  tools: Tools,
  drainJobs: () => Promise<number>,
  { now, jobs }: StepRequest,
  knownSlots: Map<string, string>,
): Promise<StepAnswer> {
  let touches = 0;
  let nextDue: Instant | null;
  const starting = startDueSlots(tools, now, knownSlots);
  starting.catch(() => undefined); // told below, unless the tick fails first
  for (;;) {
    const done = await tick(tools, now);
    touches += done.touches;
    const wantsJobs = (await starting) > 0 || jobs;
    const ran = wantsJobs ? await drainJobs() : 0;
    nextDue = await tools.store.nextDueAt();
    // What was done may be followed by more that is due. Jobs that find nothing to do end it: a quarter of an hour that
    // passes in silence is most of a simulation.
    const isMoreDue = nextDue !== null && nextDue <= now && done.webhooks + done.touches + ran > 0;
    if (!isMoreDue && !(jobs && ran > 0)) break;
  }
  const nextSlot = (Math.floor(now / RECONCILE_EVERY_MS) + 1) * RECONCILE_EVERY_MS;
  return { kind: 'done', nextAt: Math.max(now + 1, Math.min(nextSlot, nextDue ?? Infinity)), touches };
}

/** Answers a parent process's steps over the channel it opened, one at a time, until it goes away. */
export function answerSteps(
  channel: NodeJS.Process,
  tools: Tools,
  drain: (handlers: JobHandlers) => Promise<number>,
  handlersAt: (now: Instant) => JobHandlers,
): void {
  let last = Promise.resolve();
  const knownSlots = new Map<string, string>();
  channel.on('message', (request: StepRequest) => {
    last = last.then(async () => {
      const answer = await step(tools, () => drain(handlersAt(request.now)), request, knownSlots).catch(
        (error: unknown): StepAnswer => ({
          kind: 'failed',
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      );
      channel.send?.(answer);
    });
  });
}
