import { sha256Hex } from '#core/shared/hash';
import type { Instant } from '#core/shared/time';
import { normaliseEmail } from '#core/suppression/identity';
import { addressesOfAll } from './export-customer';
import type { InboxSubject } from './inbox-subject';
import type { Tools } from './ports';

/**
 * Answers Shopify's three compliance topics. Redaction erases what was kept of a person or of the whole shop; only the
 * hash on the suppression list stays, so that nobody is written to again. A data request is kept for the merchant, who
 * answers it by an export in Settings.
 * In: shop, subject, when Shopify triggered it (null: not told), now (ms). Out: nothing; safe to repeat.
 */
export async function redactPersonalData(
  { store, outbox, log }: Pick<Tools, 'store' | 'outbox' | 'log'>,
  input: {
    readonly shopId: string;
    readonly subject: Extract<InboxSubject, { readonly kind: 'redaction' }>;
    readonly triggeredAt: Instant | null;
    readonly now: Instant;
  },
): Promise<void> {
  const { shopId, subject, triggeredAt, now } = input;
  if (subject.topic === 'shop/redact') {
    const shop = await store.findShop(shopId);
    const cameBack = shop !== null && triggeredAt !== null && triggeredAt < shop.installedAt;
    if (cameBack) return;
    await outbox.forget(shopId, null);
    return store.redactShop(shopId);
  }
  if (subject.topic === 'customers/redact') {
    const emailHash = subject.email === null ? null : sha256Hex(normaliseEmail(subject.email));
    const { customerId } = subject;
    const known = customerId === null ? [] : await store.findPeople(shopId, { customerId, emailHash: null });
    const addresses = await addressesOfAll({ store }, shopId, known);
    for (const hash of new Set([emailHash, ...addresses]))
      if (hash !== null) await outbox.forget(shopId, hash);
    return store.redactCustomer(shopId, customerId, emailHash);
  }
  if (subject.customerId !== null)
    await store.noteDataRequest(shopId, subject.customerId, triggeredAt ?? now);
  log.warn(
    { shopId, customerId: subject.customerId },
    'a customer asked for their data; answer within 30 days',
  );
}
