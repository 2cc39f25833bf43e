import { SECOND_MS, type Instant } from '../shared/time';

const TOO_SOON_MS = 10 * SECOND_MS;
const SCANNERS =
  /bot|crawl|spider|scan|preview|proofpoint|mimecast|barracuda|safelinks|curl|wget|python-requests|headless|facebookexternalhit/i;

/**
 * Whether a person opened the link. Mail scanners open every link within moments of delivery, or only ask for its head;
 * counting them would make "Still thinking about…" lie.
 * In: method, user agent, time of the click and of the sending (ms; null: not sent). Out: the finding and why.
 */
export function judgeClick(input: {
  readonly method: string;
  readonly userAgent: string;
  readonly at: Instant;
  readonly sentAt: Instant | null;
}): {
  readonly isPerson: boolean;
  readonly because: 'person' | 'not_get' | 'not_sent' | 'too_soon' | 'scanner';
} {
  if (input.method !== 'GET') return { isPerson: false, because: 'not_get' };
  if (input.sentAt === null) return { isPerson: false, because: 'not_sent' };
  if (input.at < input.sentAt + TOO_SOON_MS) return { isPerson: false, because: 'too_soon' };
  if (input.userAgent.trim() === '' || SCANNERS.test(input.userAgent))
    return { isPerson: false, because: 'scanner' };
  return { isPerson: true, because: 'person' };
}
