const CUSTOMER = 'gid://shopify/Customer/';

/** The page of a person. A customer stands in it by their number, for an id with slashes does not survive every proxy. */
export function personAddress(personId: string): string {
  const id = personId.startsWith(CUSTOMER) ? personId.slice(CUSTOMER.length) : personId;
  return `/app/activity/${encodeURIComponent(id)}`;
}

/** The person that such an address names. In: the last part of the address, decoded. */
export function personOfAddress(part: string): string {
  return /^\d+$/.test(part) ? `${CUSTOMER}${part}` : part;
}
