import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/** Entries that were made from a customer's trace; taking somebody off there touches no other entry. */
export const FROM_ACTIVITY = 'activity';

/**
 * Leaves a customer alone from now on: every address that is known of them goes on the merchant's list, and the running
 * sequence ends. The list comes first, so that whoever dies in between has at least forbidden the sending.
 * In: shop, person, now (ms). Out: null when this shop has no such person; else how many sequences ended, and whether
 * there was an address to put on the list.
 */
export async function suppressPerson(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly personId: string; readonly now: Instant },
): Promise<{ readonly ended: number; readonly isListed: boolean } | null> {
  const { shopId, personId, now } = input;
  const story = await store.personStory(shopId, personId);
  if (story === null) return null;
  const addresses = await store.addressesOf(shopId, personId);
  for (const hash of addresses) await store.suppress(shopId, hash, 'vip_custom', FROM_ACTIVITY, now);
  const ended = await store.exitEnrolments(shopId, personId, 'vip_custom', now);
  return { ended, isListed: addresses.length > 0 };
}

/**
 * Takes back what `suppressPerson` put on the list; what was put there in another way stays. A sequence that ended stays
 * ended. In: shop, person. Out: nothing.
 */
export async function releasePerson(
  { store }: Pick<Tools, 'store'>,
  { shopId, personId }: { readonly shopId: string; readonly personId: string },
): Promise<void> {
  for (const hash of await store.addressesOf(shopId, personId))
    await store.unsuppress(shopId, hash, FROM_ACTIVITY);
}
