import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/**
 * Ends all e-mail to a person, for good, from the token in one of their e-mails. Needs no login and no cookie, works as
 * often as it is asked, and tells Shopify in the background.
 * In: signed token, now (ms). Out: whether the token is one of ours.
 */
export async function unsubscribe(
  { store, links, log }: Pick<Tools, 'store' | 'links' | 'log'>,
  input: { readonly token: string; readonly at: Instant },
): Promise<{ readonly isKnown: boolean }> {
  const link = links.read('unsubscribe', input.token);
  if (!link) return { isKnown: false };
  const { shopId, touchId } = link;
  const person = await store.personOfTouch(shopId, touchId);
  if (!person) return { isKnown: false };
  if (person.customerId)
    await store.enqueue(shopId, 'write_consent', { customerId: person.customerId, at: String(input.at) });
  // After the job, not before it: whoever dies in between leaves the person unsubscribed in Shopify, which blocks as well.
  await store.suppress(shopId, person.emailHash, 'unsubscribed', 'link', input.at);
  log.info({ shopId, touchId }, 'unsubscribed');
  return { isKnown: true };
}
