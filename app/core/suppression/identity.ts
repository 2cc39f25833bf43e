import type { Reason } from './reasons';

/** Deliberately loose: one @, no spaces, a dot in the domain. Providers judge the rest; a relay address is valid. */
const ADDRESS = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]{2,}$/;

/** The address as it is compared and hashed: trimmed, lower case. In: address as typed. Out: normalised address. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether there is somebody to write to. In: address or null. Out: the reason that blocks, or null. */
export function checkIdentity(email: string | null): Reason | null {
  if (email === null || email.trim() === '') return 'no_email';
  return ADDRESS.test(normaliseEmail(email)) ? null : 'bad_email';
}
