import { domainHashOf } from '#core/suppression/identity';
import type { SuppressionKind } from '#core/suppression/reasons';
import type { Store } from './ports';

/**
 * Which whole domains among these addresses are on the suppression list, in one question for all of them.
 * In: shop, addresses as read just now. Out: asks for one address what its domain is listed for.
 */
export async function suppressedDomainKinds(
  store: Pick<Store, 'domainSuppressions'>,
  shopId: string,
  emails: ReadonlyArray<string | null>,
): Promise<(email: string | null) => ReadonlyArray<SuppressionKind>> {
  const hashes = new Set(emails.filter((email) => email !== null).map(domainHashOf));
  const kinds =
    hashes.size === 0
      ? new Map<string, ReadonlyArray<SuppressionKind>>()
      : await store.domainSuppressions(shopId, [...hashes]);
  return (email) => (email === null ? [] : (kinds.get(domainHashOf(email)) ?? []));
}
