import type { Settings } from '../settings/settings';
import { localHour, localHourAfterDays, type Instant } from '../shared/time';

/**
 * The first moment from `after` on at which touches 2 and 3 may go out: `after` itself inside the sending hours, else
 * the set hour of the same or the next day.
 * In: instant (ms), zone (IANA), sending hours on the recipient's wall clock. Out: instant (ms) >= after.
 */
export function nextSendTime(after: Instant, zone: string, sendHours: Settings['sendHours']): Instant {
  const hour = localHour(after, zone);
  if (hour >= sendHours.from && hour < sendHours.until) return after;
  const today = localHourAfterDays(after, 0, zone, sendHours.at);
  return today >= after ? today : localHourAfterDays(after, 1, zone, sendHours.at);
}
