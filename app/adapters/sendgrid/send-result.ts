import type { Instant } from '#core/shared/time';
import { MINUTE_MS, SECOND_MS } from '#core/shared/time';
import type { MailResult } from '#flows/ports';
import { failedBeforeSending } from './network-failure';
import { readFailure } from './read-failure';
import type { HttpFailure } from './read-failure';

const RETRY_AFTER_MS = 30 * SECOND_MS;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
const JITTER_MS = 5 * SECOND_MS;

/** What an answer without an error means. Only 202 is SendGrid's word that the message is in its queue. */
export function resultOfAnswer(answer: {
  readonly statusCode: number;
  readonly headers: unknown;
}): MailResult {
  if (answer.statusCode !== 202)
    return { kind: 'unknown', detail: `SendGrid answered ${answer.statusCode}, not 202` };
  const messageId = headerOf(answer.headers, 'x-message-id');
  return { kind: 'accepted', messageId: messageId ?? '' };
}

/**
 * What a failed request means: did the message leave or not?
 * In: whatever @sendgrid/mail rejected with, now, a number from 0 to 1 that spreads retries. Out: never `accepted`.
 * What is not known to have stopped before SendGrid counts as unknown: a message too few beats one twice.
 */
export function resultOfFailure(error: unknown, now: Instant, spread: number): MailResult {
  const failure = readFailure(error);
  if (failure.kind === 'http') return resultOfStatus(failure, now, spread);
  if (failure.kind === 'network' && failedBeforeSending(failure)) {
    return {
      kind: 'not_sent',
      retryAfterMs: RETRY_AFTER_MS,
      detail: `SendGrid was not reached: ${failure.code}`,
    };
  }
  return {
    kind: 'unknown',
    detail: failure.kind === 'network' ? `connection lost: ${failure.code}` : failure.detail,
  };
}

function resultOfStatus(failure: HttpFailure, now: Instant, spread: number): MailResult {
  const detail = `SendGrid answered ${failure.status}${failure.detail === '' ? '' : `: ${failure.detail}`}`;
  switch (failure.status) {
    case 429:
      return {
        kind: 'not_sent',
        retryAfterMs: waitFor(failure.headers, now) + Math.floor(spread * JITTER_MS),
        detail,
      };
    // 404 and 405 say that this is not SendGrid's address: every touch would fail, so none is burnt on it.
    case 401:
    case 403:
    case 404:
    case 405:
      return { kind: 'account_refused', detail, account: null }; // who chose the account names it
    case 408: // a gateway gave up waiting; what it passed on nobody knows
      return { kind: 'unknown', detail };
    default:
      return { kind: failure.status >= 400 && failure.status < 500 ? 'rejected' : 'unknown', detail };
  }
}

/** X-RateLimit-Reset is a Unix time in seconds. A missing or mad one must neither storm nor stall. */
function waitFor(headers: unknown, now: Instant): number {
  const reset = Number(headerOf(headers, 'x-ratelimit-reset') ?? Number.NaN);
  if (!Number.isFinite(reset)) return MINUTE_MS;
  return Math.min(Math.max(reset * SECOND_MS - now, SECOND_MS), LONGEST_WAIT_MS);
}

function headerOf(headers: unknown, name: string): string | null {
  if (typeof headers !== 'object' || headers === null) return null;
  const value = new Map<string, unknown>(Object.entries(headers)).get(name);
  return typeof value === 'string' && value !== '' ? value : null;
}
