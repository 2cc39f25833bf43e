import { Prisma } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { ReportSlice } from '#flows/ports/report-store';

export function during(at: Prisma.Sql, { from, until }: ReportSlice): Prisma.Sql {
  return Prisma.sql`${at} > ${toIso(from)}::timestamptz AND ${at} <= ${toIso(until)}::timestamptz`;
}

/** Of the enrolment `e`. */
export function ofSegment({ segment }: ReportSlice): Prisma.Sql {
  return segment === null ? Prisma.sql`true` : Prisma.sql`${segment} = ANY(e.segments)`;
}
