import { checkIdentity, domainHashOf, emailHashOf, normaliseEmail } from './identity';
import type { SuppressionKind } from './reasons';

/** One address or one whole domain, as the list keeps it. */
export type SuppressionSubject = { readonly scope: 'address' | 'domain'; readonly hash: string };

export type SuppressionEntry = SuppressionSubject & { readonly kind: SuppressionKind };

export const SUPPRESSION_KINDS: ReadonlyArray<SuppressionKind> = [
  'vip_custom',
  'unsubscribed',
  'complaint',
  'bounced',
  'wholesale',
];

const DOMAIN = /^@?((?!-)[\p{L}\p{N}-]{1,63}(?<!-)\.)+[\p{L}\p{N}-]{2,63}$/u;

/** How other programs name the reasons. */
const SYNONYMS: Readonly<Record<string, SuppressionKind>> = {
  '': 'vip_custom',
  vip: 'vip_custom',
  handled_personally: 'vip_custom',
  unsubscribe: 'unsubscribed',
  global_unsubscribe: 'unsubscribed',
  opted_out: 'unsubscribed',
  spam: 'complaint',
  spam_report: 'complaint',
  bounce: 'bounced',
  hard_bounce: 'bounced',
  invalid: 'bounced',
  b2b: 'wholesale',
};

/**
 * Whom somebody means: an address, or a whole domain such as "example.com" or "@example.com". Case and spaces do not
 * matter. In: text as typed. Out: what the list keeps of it, or null when it is neither.
 */
export function readSuppressionSubject(text: string): SuppressionSubject | null {
  const trimmed = normaliseEmail(text);
  if (checkIdentity(trimmed) === null) return { scope: 'address', hash: emailHashOf(trimmed) };
  return trimmed.length <= 254 && DOMAIN.test(trimmed)
    ? { scope: 'domain', hash: domainHashOf(trimmed) }
    : null;
}

/** The reason that a word names. In: text as typed; empty means handled personally. Out: the reason, or null. */
export function readSuppressionKind(text: string): SuppressionKind | null {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return SUPPRESSION_KINDS.find((kind) => kind === word) ?? SYNONYMS[word] ?? null;
}
