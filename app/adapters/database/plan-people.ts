/** How a person is known to the store. */
export type KnownPerson = {
  readonly personId: string;
  readonly customerId: string | null;
  readonly emailHash: string | null;
};

export type Buyer = { readonly customerId: string | null; readonly emailHash: string | null };

export type PeoplePlan = {
  readonly personIds: ReadonlyArray<string | null>; // one per buyer, same order
  readonly created: ReadonlyArray<KnownPerson>; // first of all
  readonly changed: ReadonlyArray<KnownPerson>; // learned their customer id or their address
  readonly merged: ReadonlyArray<{ readonly from: string; readonly into: string }>; // a guest who turned out a customer
};

type Draft = { personId: string; customerId: string | null; emailHash: string | null };

/**
 * Tells whose orders these are. A customer is found by id, a guest by the hash of the address; a guest who registers
 * stays the same person, and a guest known beside a customer with the same address becomes that customer, and is found
 * as that customer ever after, though they are known by another address.
 * In: the people who may be meant, the buyers in order, whose guest orders named an address that nobody holds. Out: who each
 * is, and what that changes. A buyer with neither id nor address is nobody (null).
 */
export function planPeople(
  known: ReadonlyArray<KnownPerson>,
  buyers: ReadonlyArray<Buyer>,
  namers: ReadonlyArray<KnownPerson & { readonly named: string }>,
): PeoplePlan {
  const drafts = new Map<string, Draft>(
    [...namers, ...known].map(({ personId, customerId, emailHash }) => [
      personId,
      { personId, customerId, emailHash },
    ]),
  );
  const people = [...drafts.values()];
  const byCustomer = new Map(
    people.flatMap((person) => (person.customerId === null ? [] : [[person.customerId, person]])),
  );
  const byAddress = new Map(
    people.flatMap((person) => (person.emailHash === null ? [] : [[person.emailHash, person]])),
  );
  const byNaming = new Map(
    namers.flatMap(({ personId, named }) => {
      const person = drafts.get(personId);
      return person ? [[named, person] as const] : [];
    }),
  );
  const created = new Set<Draft>();
  const changed = new Set<Draft>();
  const merged = new Map<Draft, Draft>();
  const heirs = new Set<Draft>(); // new people whose address is freed only by the merge of a guest who is known

  const add = (person: Draft): Draft => {
    created.add(person);
    if (person.customerId !== null) byCustomer.set(person.customerId, person);
    if (person.emailHash !== null) byAddress.set(person.emailHash, person);
    return person;
  };

  const find = ({ customerId, emailHash }: Buyer): Draft | null => {
    const holder = emailHash === null ? undefined : byAddress.get(emailHash);
    if (customerId === null) {
      if (emailHash === null) return null;
      return (
        holder ?? byNaming.get(emailHash) ?? add({ personId: `guest:${emailHash}`, customerId, emailHash })
      );
    }
    const customer = byCustomer.get(customerId);
    const guest = holder?.customerId === null ? holder : undefined;
    if (!customer) {
      if (!guest) return add({ personId: customerId, customerId, emailHash: holder ? null : emailHash });
      guest.customerId = customerId;
      byCustomer.set(customerId, guest);
      changed.add(guest);
      return guest;
    }
    if (guest) {
      merged.set(guest, customer);
      if (guest.emailHash !== null) byAddress.set(guest.emailHash, customer);
    }
    if (customer.emailHash === null && emailHash !== null && (guest || !holder)) {
      customer.emailHash = emailHash;
      byAddress.set(emailHash, customer);
      changed.add(customer);
      if (guest && created.has(customer) && !created.has(guest)) heirs.add(customer);
    }
    return customer;
  };

  const found = buyers.map(find);
  return {
    personIds: found.map((person) => (person ? (merged.get(person) ?? person).personId : null)),
    created: [...created]
      .filter((person) => !merged.has(person))
      .map((person) => (heirs.has(person) ? { ...person, emailHash: null } : person)),
    changed: [...changed].filter(
      (person) => (!created.has(person) || heirs.has(person)) && !merged.has(person),
    ),
    merged: [...merged]
      .filter(([guest]) => !created.has(guest))
      .map(([from, into]) => ({ from: from.personId, into: into.personId })),
  };
}
