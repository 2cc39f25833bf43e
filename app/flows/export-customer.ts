import { readWhom } from '#core/suppression/identity';
import { toIso, type Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { OutboxLetter } from './ports/outbox';
import type { PersonalData } from './ports/privacy-store';

const NOTE =
  'Addresses are kept as the SHA-256 of the address in lower case. Names, addresses and consent are read from Shopify ' +
  'when an email is sent; only emails of the outbox folder, and messages from Shopify for a week, hold them.';

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

type Input = { readonly shopId: string; readonly text: string; readonly now: Instant };

/**
 * Everything that is kept about one customer, for the merchant to hand on. It answers what the customer asked through
 * Shopify, also where nothing is kept.
 * In: shop, an address or customer number as typed, now (ms). Out: the data, or why there is none.
 */
export async function exportCustomer(
  tools: Pick<Tools, 'store' | 'outbox'>,
  input: Input,
): Promise<CustomerExport> {
  const found = await readCustomer(tools, input);
  const people = found.kind === 'found' ? found.data.people.map(({ customerId }) => customerId) : [];
  const asked = [readWhom(input.text)?.customerId, ...people].filter((id) => typeof id === 'string');
  await tools.store.answerDataRequests(input.shopId, asked, input.now);
  return found;
}

/** The same to look at. In: as above. Out: the same; nothing is changed. */
export async function readCustomer(
  tools: Pick<Tools, 'store' | 'outbox'>,
  { shopId, text, now }: Input,
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
