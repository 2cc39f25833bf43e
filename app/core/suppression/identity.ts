import { sha256Hex } from '../shared/hash';
import type { Reason } from './reasons';

/** Deliberately loose: one @, no spaces, a dot in the domain. Providers judge the rest; a relay address is valid. */
const ADDRESS = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]{2,}$/;

/** The address as it is compared and hashed: trimmed, lower case. In: address as typed. Out: normalised address. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The address as it is kept and compared: SHA-256 of the normalised address. In: address as typed. Out: 64 hex digits. */
export function emailHashOf(email: string): string {
  return sha256Hex(normaliseEmail(email));
}

/**
 * What a suppressed domain is compared with: SHA-256 of the part after the last @, lower case. A subdomain is another
 * domain. In: address, or a domain by itself. Out: 64 hex digits.
 */
export function domainHashOf(emailOrDomain: string): string {
  const text = normaliseEmail(emailOrDomain);
  return sha256Hex(text.slice(text.lastIndexOf('@') + 1));
}

/** Whom somebody names: a customer by number, or somebody by the hash of an address. */
export type Whom =
  | { readonly customerId: string; readonly emailHash: null }
  | { readonly customerId: null; readonly emailHash: string };

/**
 * Reads whom somebody means: an address, which is hashed as it was when it was kept and goes no further, or Shopify's
 * customer number, bare or as a GID. In: text as typed. Out: whom, or null when it is neither.
 */
export function readWhom(text: string): Whom | null {
  const typed = text.trim();
  const number = /^(?:gid:\/\/shopify\/Customer\/)?(\d{1,20})$/.exec(typed)?.[1];
  if (number !== undefined) return { customerId: `gid://shopify/Customer/${number}`, emailHash: null };
  return checkIdentity(typed) === null ? { customerId: null, emailHash: emailHashOf(typed) } : null;
}

/** Whether there is somebody to write to. In: address or null. Out: the reason that blocks, or null. */
export function checkIdentity(email: string | null): Reason | null {
  if (email === null || email.trim() === '') return 'no_email';
  return ADDRESS.test(normaliseEmail(email)) ? null : 'bad_email';
}
