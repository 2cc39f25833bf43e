import { toIso, type Instant } from '#core/shared/time';

/** Times go to the database as text with a Z: the driver would drop the zone of a Date. */
export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : toIso(at);
}

export function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : date.getTime();
}
