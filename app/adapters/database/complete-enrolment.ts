import { toIso, type Instant } from '#core/shared/time';
import type { Sql } from './within-shop';

/** Touches of one enrolment that end at the same moment wait for each other here, so that the last one knows it is. */
export async function lockEnrolment(sql: Sql, shopId: string, enrolmentId: string): Promise<void> {
  await sql.$queryRaw`
    SELECT 1 AS locked FROM "Enrolment" WHERE "shopId" = ${shopId} AND "enrolmentId" = ${enrolmentId} FOR UPDATE`;
}

/** Ends a live enrolment none of whose touches is open any more. */
export async function completeEnrolment(
  sql: Sql,
  ended: {
    readonly shopId: string;
    readonly enrolmentId: string;
    readonly at: Instant;
    readonly reason: string;
  },
): Promise<void> {
  const { shopId, enrolmentId, reason } = ended;
  await sql.$executeRaw`
    UPDATE "Enrolment" SET "isLive" = false, "endedAt" = ${toIso(ended.at)}::timestamptz, "exitReason" = ${reason}
    WHERE "shopId" = ${shopId} AND "enrolmentId" = ${enrolmentId} AND "isLive" AND NOT EXISTS (
      SELECT FROM "Touch"
      WHERE "shopId" = ${shopId} AND "enrolmentId" = ${enrolmentId} AND state IN ('due', 'claimed', 'sending'))`;
}
