import { DateTime } from 'luxon';
import type { Instant } from '../../model';

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;
const MINUTE = 60_000;

/** Whether a text is a date and time that the calendar has, without an offset. */
export function isLocalTime(text: string): boolean {
  return LOCAL_TIME.test(text) && DateTime.fromISO(text, { zone: 'UTC' }).isValid;
}

/** The first instant at which the clocks of a zone show the given local time, or, where clocks that go forward never
 * show it, the first instant after the gap. */
export function instantOfLocalTime(localTime: string, zone: string): Instant {
  const found = DateTime.fromISO(localTime, { zone });
  const wanted = DateTime.fromISO(localTime, { zone: 'UTC' }).toMillis();
  const shown = found.toMillis() + found.offset * MINUTE;
  if (shown !== wanted) return firstInstantAfterGap(wanted, zone);
  return Math.min(...found.getPossibleOffsets().map((time) => time.toMillis()));
}

/** A gap is where local time jumps past `wanted`; halving finds the minute of the jump. */
function firstInstantAfterGap(wanted: number, zone: string): Instant {
  const showsLater = (instant: Instant) =>
    instant + DateTime.fromMillis(instant, { zone }).offset * MINUTE > wanted;
  let before = Math.floor(wanted / MINUTE) * MINUTE - 26 * 60 * MINUTE;
  let after = before + 52 * 60 * MINUTE;
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (showsLater(middle)) after = middle;
    else before = middle;
  }
  return after;
}
