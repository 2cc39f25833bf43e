import { DateTime } from 'luxon';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const YEAR_MS = 365 * DAY_MS;
/** Later than anything happens, where a span has no end. */
export const EVER: Instant = Date.UTC(9999, 0);

/**
 * The instant at which a wall clock in `zone` shows `hour`:00, `days` calendar days after the local day of `from`.
 * In a spring gap the first valid instant after it; in an autumn overlap the first of the two.
 * In: instant, whole days, IANA zone, hour 0-23. Out: instant. Throws when the zone is unknown.
 */
export function localHourAfterDays(from: Instant, days: number, zone: string, hour: number): Instant {
  const start = DateTime.fromMillis(from, { zone });
  if (!start.isValid)
    throw new Error(`"${zone}" is not an IANA time zone; expected something like Europe/London`);
  const day = start.startOf('day').plus({ days });
  // Hour 24 is the end of that day. In a gap luxon moves forward by the gap's length, which is past its first instant.
  const wanted = day.set({ hour, minute: 0, second: 0, millisecond: 0 });
  const skipped = wanted.hour - (hour % 24);
  return (skipped > 0 ? wanted.startOf('hour').minus({ minutes: (skipped - 1) * 60 }) : wanted).toMillis();
}

/** The hour of the day, with its fraction (10:30 = 10.5), that a wall clock in `zone` (IANA) shows. Throws when it is unknown. */
export function localHour(at: Instant, zone: string): number {
  const [hour = 0, minute = 0, second = 0] = clockOf(zone).format(at).split(':').map(Number);
  return hour + minute / 60 + second / 3600;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Prints 23:59:59. Every decision asks for the hour, and to make a format anew costs fifty times as much as to use it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...parts });
  clocks.set(zone, clock);
  return clock;
}

/** The instant whole calendar months before `at` on a wall clock in `zone`. */
export function monthsBefore(at: Instant, months: number, zone: string): Instant {
  return DateTime.fromMillis(at, { zone }).minus({ months }).toMillis();
}

/** The starts of the last whole calendar months before `at` in `zone`, oldest first, and that of the present one. */
export function monthStarts(at: Instant, months: number, zone: string): ReadonlyArray<Instant> {
  const present = DateTime.fromMillis(at, { zone }).startOf('month');
  return Array.from({ length: months + 1 }, (_, n) => present.minus({ months: months - n }).toMillis());
}

/** ISO text in UTC with Z, as traces and files carry it. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

/**
 * The instant at which a wall clock in `zone` shows a date and a time.
 * In: text such as 2026-11-30T23:59, IANA zone. Out: instant; null when no clock ever shows that.
 */
export function wallClockInstant(text: string, zone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const at = DateTime.fromISO(text, { zone });
  return at.isValid ? at.toMillis() : null;
}
