import type { Tools } from './ports';
import type { EmailEvent } from './records';

/**
 * Keeps what the provider tells about e-mails that were sent: engagement, and the bounces, complaints and unsubscribes
 * that put somebody on the suppression list. The natural key makes repeats and reordering harmless.
 * In: events by shop. Out: how many were new.
 */
export async function recordEmailEvents(
  { store }: Pick<Tools, 'store'>,
  input: ReadonlyMap<string, ReadonlyArray<EmailEvent>>,
): Promise<number> {
  let fresh = 0;
  for (const [shopId, events] of input) fresh += await store.recordEmailEvents(shopId, events);
  return fresh;
}
