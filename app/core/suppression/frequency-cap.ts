import { HOUR_MS, type Instant } from '../shared/time';

export const CAP_WINDOW_MS = 168 * HOUR_MS;

/**
 * Whether one more e-mail at `now` keeps within the cap of any rolling 168 hours, and if not, from when on it would.
 * A send exactly 168 hours ago no longer counts.
 * In: instants of earlier sends (ms, any order), cap (e-mails). Out: allowed, or the first instant that is.
 */
export function checkFrequencyCap(
  sends: ReadonlyArray<Instant>,
  now: Instant,
  cap: number,
):
  | { readonly isAllowed: true; readonly count: number }
  | { readonly isAllowed: false; readonly count: number; readonly freeAt: Instant } {
  const counted = sends.filter((at) => at > now - CAP_WINDOW_MS && at <= now).sort((a, b) => a - b);
  const blocking = counted[counted.length - cap];
  if (counted.length < cap || blocking === undefined) return { isAllowed: true, count: counted.length };
  return { isAllowed: false, count: counted.length, freeAt: blocking + CAP_WINDOW_MS };
}
