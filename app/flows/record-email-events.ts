import type { Instant } from '#core/shared/time';
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

/**
 * The same for a delivery of a shop's own account, which is also kept as a sign that its account reports: SendGrid's
 * test delivery, which is about no e-mail of ours, is one too.
 * In: shop, the key that verified it, its events, now (ms). Out: how many were new.
 */
export async function recordAccountEvents(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly eventKey: string;
    readonly events: ReadonlyArray<EmailEvent>;
    readonly now: Instant;
  },
): Promise<number> {
  const { shopId, eventKey, events, now } = input;
  const fresh = await store.recordEmailEvents(shopId, events);
  await store.noteEventsSeen(shopId, eventKey, now);
  return fresh;
}
