import type { NetworkFailure } from './read-failure';

/** Errors that can only happen while a connection is looked up or agreed on. */
const BEFORE_ANYTHING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** A certificate is checked before the first byte of the request. OpenSSL's names, as Node reports them. */
const CERTIFICATE = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_CERT|UNABLE_TO_|INVALID_CA$|HOSTNAME_MISMATCH$)/;

/** Codes of the handshake are codes of an open connection too; only their words tell the two apart. */
const HANDSHAKE = /wrong version number|handshake failure|unsupported protocol|before secure TLS connection/;

/** Errors that also happen later on; only while connecting do they say that nothing left. */
const WHILE_CONNECTING = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EADDRNOTAVAIL', 'EMFILE']);

/** Whether the request ended before a byte of it was written. In: a network failure. Out: false when that is not certain. */
export function failedBeforeSending({ code, syscall, message }: NetworkFailure): boolean {
  if (BEFORE_ANYTHING.has(code) || CERTIFICATE.test(code) || HANDSHAKE.test(message)) return true;
  return syscall === 'connect' && WHILE_CONNECTING.has(code);
}
