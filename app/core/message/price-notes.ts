import type { Instant } from '../shared/time';
import { formatPrice } from './format-price';

export type PriceNotes = { readonly savings: string | null; readonly urgency: string | null };

/**
 * What is true about a reduced price. Both notes need a reduction that the shop itself shows; the second one also an end
 * that lies ahead when the e-mail is sent, and whoever is spoken to as a valued customer is never hurried (R73).
 * In: prices in minor units, until when the price holds (null: unknown), the moment of sending, IANA zone of the
 * recipient, BCP 47 tag. Out: a sentence each, or null.
 */
export function priceNotes(input: {
  readonly priceMinor: number;
  readonly compareAtMinor: number | null;
  readonly currency: string;
  readonly endsAt: Instant | null;
  readonly sentAt: Instant;
  readonly zone: string;
  readonly isExclusive: boolean; // spoken to as one of the most valued customers
  readonly locale: string;
}): PriceNotes {
  const { priceMinor, compareAtMinor, currency, endsAt, sentAt, zone, isExclusive, locale } = input;
  if (compareAtMinor === null || compareAtMinor <= priceMinor) return { savings: null, urgency: null };
  const price = (minor: number) => formatPrice(minor, currency, locale);
  const isHurried = endsAt !== null && endsAt > sentAt && !isExclusive;
  return {
    savings: `${price(compareAtMinor - priceMinor)} less than its usual price of ${price(compareAtMinor)}`,
    urgency: isHurried ? `At this price until ${wallClock(endsAt, zone, locale)}` : null,
  };
}

/** The texts are English, so a date is English too; of English locales each has its own form. */
function wallClock(at: Instant, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(/^en\b/.test(locale) ? locale : 'en', {
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}
