import { Prisma } from '@prisma/client';
import { toIso, type Instant } from '#core/shared/time';

/** Times go to the database as text with a Z: the driver would drop the zone of a Date. */
export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : toIso(at);
}

export function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : date.getTime();
}

/**
 * What the function instant_ms gives, written out: the server calls that one anew for each value, which in the hottest
 * reads costs as much as finding the row. In: an expression. Out: one in ms, or NULL.
 */
export function instantOf(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(extract(epoch FROM ${at}) * 1000)::bigint`;
}
