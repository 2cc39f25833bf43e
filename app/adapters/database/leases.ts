import type { PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import { completeEnrolment } from './complete-enrolment';

export function leaseMethods(prisma: PrismaClient): Pick<Store, 'recoverExpiredLeases'> {
  return {
    // A claim whose process died was not sent: it is due again. A sending may have left: it is ambiguous, never resent.
    recoverExpiredLeases: () =>
      prisma.$transaction(async (sql) => {
        const released = await sql.$executeRaw`
          UPDATE "Touch" SET state = 'due', "claimToken" = NULL, "leaseUntil" = NULL
          WHERE state = 'claimed' AND "leaseUntil" < clock_timestamp()`;
        const lost = await sql.$queryRaw<
          ReadonlyArray<{ shopId: string; enrolmentId: string; attemptedAt: Date }>
        >`
          UPDATE "Touch" SET state = 'ambiguous', reason = 'the process that was sending it stopped',
            "leaseUntil" = NULL
          WHERE state = 'sending' AND "leaseUntil" < clock_timestamp()
          RETURNING "shopId", "enrolmentId", "attemptedAt"`;
        for (const { attemptedAt, ...enrolment } of lost) {
          await completeEnrolment(sql, { ...enrolment, at: attemptedAt.getTime(), reason: 'completed' });
        }
        return { released, ambiguous: lost.length };
      }),
  };
}
