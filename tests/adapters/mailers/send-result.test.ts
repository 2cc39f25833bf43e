import { describe, expect, it } from 'vitest';
import { resultOfFailure } from '#adapters/sendgrid/send-result';

const NOW = Date.UTC(2026, 2, 4, 10, 20);

function kindOf(error: unknown): string {
  return resultOfFailure(error, NOW, 0).kind;
}

function networkError(code: string, syscall: string | null, message = ''): Error {
  return Object.assign(new Error(message), { code, cause: syscall === null ? undefined : { syscall } });
}

describe('a request that ended without an answer', () => {
  it.each([
    ['ECONNREFUSED', 'connect', ''],
    ['ENOTFOUND', 'getaddrinfo', ''],
    ['EAI_AGAIN', 'getaddrinfo', ''],
    ['EHOSTUNREACH', 'connect', ''],
    ['ENETUNREACH', 'connect', ''],
    ['ETIMEDOUT', 'connect', ''],
    ['CERT_HAS_EXPIRED', null, ''],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', null, ''],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', null, ''],
    ['ERR_TLS_CERT_ALTNAME_INVALID', null, ''],
    ['ECONNRESET', null, 'Client network socket disconnected before secure TLS connection was established'],
  ])('by %s in %s left nothing behind', (code, syscall, message) => {
    expect(kindOf(networkError(code, syscall, message))).toBe('not_sent');
  });

  it.each([
    ['ECONNRESET', 'read'],
    ['ECONNABORTED', null],
    ['ETIMEDOUT', null],
    ['ETIMEDOUT', 'read'],
    ['EHOSTUNREACH', 'read'],
    ['EPIPE', 'write'],
    ['EPROTO', 'write'],
    ['ERR_BAD_RESPONSE', null],
  ])('by %s in %s may have been sent', (code, syscall) => {
    expect(kindOf(networkError(code, syscall, ''))).toBe('unknown');
  });

  it.each([new Error('something else'), 'text', null, undefined, { code: {} }])(
    'by %s may have been sent',
    (error) => {
      expect(kindOf(error)).toBe('unknown');
    },
  );

  it('is told without addresses', () => {
    const result = resultOfFailure(new Error('could not mail <maya@example.com>'), NOW, 0);
    expect(result).toEqual({ kind: 'unknown', detail: 'could not mail <(address)>' });
  });
});
