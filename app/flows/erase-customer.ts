import { readWhom } from '#core/suppression/identity';
import type { Instant } from '#core/shared/time';
import { addressesOfAll, readCustomer } from './export-customer';
import type { Tools } from './ports';

/** Entries on the suppression list that an erasure left behind. */
const FROM_ERASURE = 'erasure';

/** What erasing a customer would do, in numbers. */
export type ErasureEffect = {
  readonly people: number; // more than one when they share the address
  readonly orders: number;
  readonly decisions: number;
  readonly waiting: number; // e-mails that would not be sent any more
  readonly emails: number; // in the outbox folder
};

export type ErasureReview =
  { readonly kind: 'not_readable' | 'nobody' } | { readonly kind: 'found'; readonly effect: ErasureEffect };

export type Erasure =
  | { readonly kind: 'not_readable' | 'nobody' }
  | { readonly kind: 'erased'; readonly people: number; readonly listed: number };

/** In: shop, an address or customer number as typed, now (ms). Out: what erasing would do; nothing is changed. */
export async function reviewErasure(
  tools: Pick<Tools, 'store' | 'outbox'>,
  input: { readonly shopId: string; readonly text: string; readonly now: Instant },
): Promise<ErasureReview> {
  const found = await readCustomer(tools, input);
  if (found.kind !== 'found') return found;
  const { people, orders, decisions, touches, outboxEmails } = found.data;
  const waiting = touches.filter(({ state }) => state === 'due' || state === 'claimed');
  return {
    kind: 'found',
    effect: {
      people: people.length,
      orders: orders.length,
      decisions: decisions.length,
      waiting: waiting.length,
      emails: outboxEmails.length,
    },
  };
}

/**
 * Erases one customer as Shopify's redaction does: what remains is a number with amounts, which nobody can be found by.
 * Every address goes on the suppression list first, as a hash, so that whoever orders again, or whose order is read
 * again, is not e-mailed.
 * In: shop, an address or customer number as typed, now (ms). Out: how many people and addresses that were.
 */
export async function eraseCustomer(
  tools: Pick<Tools, 'store' | 'outbox'>,
  { shopId, text, now }: { readonly shopId: string; readonly text: string; readonly now: Instant },
): Promise<Erasure> {
  const { store, outbox } = tools;
  const whom = readWhom(text);
  if (whom === null) return { kind: 'not_readable' };
  const personIds = await store.findPeople(shopId, whom);
  if (personIds.length === 0) return { kind: 'nobody' };
  const addresses = await addressesOfAll(tools, shopId, personIds);
  for (const hash of addresses) {
    await store.suppress(shopId, hash, 'unsubscribed', FROM_ERASURE, now);
    await outbox.forget(shopId, hash);
  }
  return { kind: 'erased', people: await store.erasePeople(shopId, whom), listed: addresses.length };
}
