import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import { isOfNobody } from './test-id';

/** Whose a way out is: of a touch, of a test e-mail or preview and so of nobody, or of neither. */
export type WayOut = 'touch' | 'test' | 'unknown';

/** Reads the token of a way out and changes nothing. In: signed token. Out: whose it is. */
export function readWayOut({ links }: Pick<Tools, 'links'>, token: string): WayOut {
  const link = links.read('unsubscribe', token);
  if (!link) return 'unknown';
  return isOfNobody(link.touchId) ? 'test' : 'touch';
}

/**
 * Ends all e-mail to a person, for good, from the token in one of their e-mails. Needs no login and no cookie, works as
 * often as it is asked, and tells Shopify in the background. A test e-mail's token changes nothing.
 * Somebody who was erased in the meantime is told that it is done: nothing is known any more that could be written to.
 * In: signed token, now (ms). Out: whose the token is.
 */
export async function unsubscribe(
  { store, links, log }: Pick<Tools, 'store' | 'links' | 'log'>,
  input: { readonly token: string; readonly at: Instant },
): Promise<WayOut> {
  const link = links.read('unsubscribe', input.token);
  if (!link) return 'unknown';
  const { shopId, touchId } = link;
  if (isOfNobody(touchId)) return 'test';
  const person = await store.personOfTouch(shopId, touchId);
  if (!person) return 'touch';
  if (person.customerId)
    await store.enqueue(shopId, 'write_consent', { customerId: person.customerId, at: String(input.at) });
  // After the job, not before it: whoever dies in between leaves the person unsubscribed in Shopify, which blocks as well.
  await store.suppress(shopId, person.emailHash, 'unsubscribed', 'link', input.at);
  log.info({ shopId, touchId }, 'unsubscribed');
  return 'touch';
}
