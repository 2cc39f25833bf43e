import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso, type Instant } from '#core/shared/time';
import type { Reason } from '#core/suppression/reasons';
import type { Store } from '#flows/ports';
import { lockPerson } from './lock';
import { withinShop, type Sql } from './within-shop';

export function exitMethods(prisma: PrismaClient): Pick<Store, 'exitEnrolments' | 'exitEnrolmentOfOrder'> {
  return {
    exitEnrolments: (shopId, personId, reason, now) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockPerson(sql, shopId, personId);
        return exitEnrolmentsWhere(sql, { shopId, where: Prisma.sql`"personId" = ${personId}`, reason, now });
      }),

    exitEnrolmentOfOrder: (shopId, orderId, reason, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const [enrolment] = await sql.$queryRaw<ReadonlyArray<{ readonly personId: string }>>`
          SELECT "personId" FROM "Enrolment" WHERE "shopId" = ${shopId} AND "orderId" = ${orderId} AND "isLive"`;
        if (!enrolment) return 0;
        await lockPerson(sql, shopId, enrolment.personId);
        return exitEnrolmentsWhere(sql, { shopId, where: Prisma.sql`"orderId" = ${orderId}`, reason, now });
      }),
  };
}

/**
 * Ends live enrolments and everything of theirs that has not gone out: due touches and claimed ones, whose claim is
 * worthless from then on. What is being sent stays, for it may have left. Out: how many ended.
 */
export async function exitEnrolmentsWhere(
  sql: Sql,
  exit: {
    readonly shopId: string;
    readonly where: Prisma.Sql;
    readonly reason: Reason;
    readonly now: Instant;
  },
): Promise<number> {
  const { shopId, where, reason } = exit;
  const at = toIso(exit.now);
  const [counted] = await sql.$queryRaw<ReadonlyArray<{ readonly ended: number }>>`
    WITH ended AS (
      UPDATE "Enrolment" SET "isLive" = false, "endedAt" = ${at}::timestamptz, "exitReason" = ${reason}
      WHERE "shopId" = ${shopId} AND "isLive" AND ${where}
      RETURNING "enrolmentId"
    ), stopped AS (
      UPDATE "Touch" t SET state = 'exited', reason = ${reason}, "decidedAt" = ${at}::timestamptz,
        "claimToken" = NULL, "leaseUntil" = NULL
      FROM ended
      WHERE t."shopId" = ${shopId} AND t."enrolmentId" = ended."enrolmentId" AND t.state IN ('due', 'claimed')
    )
    SELECT count(*)::int AS ended FROM ended`;
  return counted?.ended ?? 0;
}
