import { DateTime } from 'luxon';

/** In: an option's name and what was written for it. Out: the same day, as YYYY-MM-DD. Throws when it is no day. */
export function requireDay(option: string, written: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(written) && DateTime.fromISO(written, { zone: 'utc' }).isValid) return written;
  throw new Error(`${option} ${written} is not a day; write it as YYYY-MM-DD, for example 2011-09-01`);
}
