import { readWhom } from '#core/suppression/identity';
import { toIso, type Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { OutboxLetter } from './ports/outbox';
import type { PersonalData } from './ports/privacy-store';

const NOTE =
  'Encore keeps no name and no address: addresses are kept as the SHA-256 of the address in lower case. ' +
  'Names, addresses and consent are read from Shopify when an e-mail is sent.';

export type CustomerExport =
  | { readonly kind: 'not_readable' } // neither an address nor a customer number
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'found';
      readonly shop: string;
      readonly exportedAt: string;
      readonly note: string;
      readonly data: PersonalData & { readonly outboxEmails: ReadonlyArray<OutboxLetter> };
    };

/**
 * Everything that is kept about one customer, as a data request asks for it.
 * In: shop, an address or customer number as typed, now (ms). Out: the data, or why there is none.
 */
export async function exportCustomer(
  tools: Pick<Tools, 'store' | 'outbox'>,
  { shopId, text, now }: { readonly shopId: string; readonly text: string; readonly now: Instant },
): Promise<CustomerExport> {
  const whom = readWhom(text);
  if (whom === null) return { kind: 'not_readable' };
  const personIds = await tools.store.findPeople(shopId, whom);
  if (personIds.length === 0) return { kind: 'nobody' };
  const data = await tools.store.personalData(shopId, personIds);
  const addresses = await addressesOfAll(tools, shopId, personIds);
  const outboxEmails = await tools.outbox.writtenTo(shopId, addresses);
  return {
    kind: 'found',
    shop: shopId,
    exportedAt: toIso(now),
    note: NOTE,
    data: { ...data, outboxEmails },
  };
}

/** Every address that is known of some people, as hashes. */
export async function addressesOfAll(
  { store }: Pick<Tools, 'store'>,
  shopId: string,
  personIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<string>> {
  const found = await Promise.all(personIds.map((personId) => store.addressesOf(shopId, personId)));
  return [...new Set(found.flat())].sort();
}
