import type { Instant } from '#core/shared/time';
import { processInbox } from '#flows/process-inbox';
import { sendDueTouches } from '#flows/send-due-touches';
import type { Tools } from '#flows/ports';

const INBOX_BATCH = 200;
const TOUCH_BATCH = 50;

/**
 * One round of everything that is due at `now`: webhooks first, so that a purchase or an unsubscribe that has come in
 * stops an e-mail that is due, then touches. Works while batches are full and it is not asked to stop.
 * In: tools, now (ms), a signal that asks to stop. Out: how much was done.
 */
export async function tick(
  tools: Tools,
  now: Instant,
  signal?: AbortSignal,
): Promise<{ readonly webhooks: number; readonly touches: number }> {
  const webhooks = await untilEmpty(INBOX_BATCH, signal, (limit) => processInbox(tools, { now, limit }));
  const touches = await untilEmpty(TOUCH_BATCH, signal, (limit) =>
    sendDueTouches(tools, { now, limit, signal }),
  );
  return { webhooks, touches };
}

async function untilEmpty(
  limit: number,
  signal: AbortSignal | undefined,
  work: (limit: number) => Promise<number>,
): Promise<number> {
  let done = 0;
  while (!signal?.aborted) {
    const taken = await work(limit);
    done += taken;
    // Shops share a batch, so something may be left; the next tick takes it.
    if (taken < limit) break;
  }
  return done;
}
