import { firstFailed } from '#core/decide/gate';
import { personGates } from '#core/decide/person-gates';
import { customerFacts } from '#core/segments/customer-facts';
import { matchSegments } from '#core/segments/match-segments';
import { segmentRows } from '#core/segments/segment-rows';
import { settleVariation, variationOf, type Variation } from '#core/segments/settle-variation';
import { checkIdentity, emailHashOf } from '#core/suppression/identity';
import type { Reason } from '#core/suppression/reasons';
import type { Tools } from './ports';
import { readBought } from './read-bought';
import { suppressedDomainKinds } from './suppressed-domain-kinds';

export type TriedCustomer =
  | { readonly kind: 'not_an_address' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'found';
      readonly basis: 'running' | 'now'; // running: as settled when the sequence began, out of which the next e-mail comes
      readonly orderName: string; // the order that the sequence is because of, or the newest
      readonly variation: Variation;
      readonly silentFor: Reason | null; // why this person is not written to at all
    };

/**
 * Which segments hold the person with this address and what that makes different, by the very steps that enrolling and
 * sending take: a running sequence as it was settled, anybody else by their newest purchase with everything read just now.
 * In: shop, address as typed. Out: the variation, or that nobody with this address has bought.
 */
export async function tryCustomer(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  { shopId, email }: { readonly shopId: string; readonly email: string },
): Promise<TriedCustomer> {
  if (checkIdentity(email) !== null) return { kind: 'not_an_address' };
  const last = await store.lastPurchaseOf(shopId, emailHashOf(email));
  if (!last) return { kind: 'unknown' };
  const [facts, [fetched]] = await Promise.all([
    store.enrolmentFacts(shopId, last.orderId),
    admin.fetchOrders(shopId, [last.orderId]),
  ]);
  if (!facts || !fetched) return { kind: 'unknown' };
  const { order, customer } = fetched;
  const { settings, countryCode } = facts.shop;
  const domainKinds = await suppressedDomainKinds(store, shopId, [customer.email]);
  const gates = personGates({
    order,
    customer,
    suppressions: [...new Set([...facts.suppressions, ...domainKinds(customer.email)])],
    shopCountryCode: countryCode,
    settings,
  });
  const silentFor = firstFailed(gates)?.reason ?? (facts.arm === 'holdout' ? 'holdout' : null);
  const { running } = last;
  if (running) {
    const pinned = await store.settingsVersion(shopId, running.settingsVersion);
    const variation = variationOf(running.segments, pinned);
    return { kind: 'found', basis: 'running', orderName: running.orderName, variation, silentFor };
  }
  const known = customerFacts({
    order,
    customer,
    purchases: facts.purchases,
    valueBordersMinor: facts.valueBordersMinor,
    bought: await readBought(store, facts),
  });
  const variation = settleVariation(matchSegments(known, segmentRows(settings)));
  return { kind: 'found', basis: 'now', orderName: order.name, variation, silentFor };
}
