import { DateTime } from 'luxon';

const ZONE = { zone: 'UTC' };

/** In: an option's name and what was written for it. Out: that day's midnight in ms. Throws when it is no day. */
export function parseDay(option: string, written: string): number {
  const day = DateTime.fromISO(written, ZONE);
  if (/^\d{4}-\d\d-\d\d$/.test(written) && day.isValid) return day.toMillis();
  throw new Error(`${option} ${written} is not a day; write it as YYYY-MM-DD, for example 2011-09-01`);
}

/** The midnight that ends the day of an instant (ms). */
export function endOfDay(at: number): number {
  return DateTime.fromMillis(at, ZONE).startOf('day').plus({ days: 1 }).toMillis();
}

/** The same day so many calendar months before (ms); the last day of a shorter month where there is no such day. */
export function monthsEarlier(at: number, months: number): number {
  return DateTime.fromMillis(at, ZONE).minus({ months }).toMillis();
}
