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

/** Whether there is somebody to write to. In: address or null. Out: the reason that blocks, or null. */
export function checkIdentity(email: string | null): Reason | null {
  if (email === null || email.trim() === '') return 'no_email';
  return ADDRESS.test(normaliseEmail(email)) ? null : 'bad_email';
}
