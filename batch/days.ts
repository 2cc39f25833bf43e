import { DateTime } from 'luxon';
import { requireDay } from '../simulate/require-day';

const ZONE = { zone: 'UTC' };

/** In: an option's name and what was written for it. Out: that day's midnight in ms. Throws when it is no day. */
export function parseDay(option: string, written: string): number {
  return DateTime.fromISO(requireDay(option, written), ZONE).toMillis();
}

/** The midnight that ends the day of an instant (ms). */
export function endOfDay(at: number): number {
  return DateTime.fromMillis(at, ZONE).startOf('day').plus({ days: 1 }).toMillis();
}

/** The same day so many calendar months before (ms); the last day of a shorter month where there is no such day. */
export function monthsEarlier(at: number, months: number): number {
  return DateTime.fromMillis(at, ZONE).minus({ months }).toMillis();
}
