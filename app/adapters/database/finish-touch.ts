import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { TouchState } from '#core/sequence/touch';
import type { Store } from '#flows/ports';
import type { TouchOutcome } from '#flows/records';
import { completeEnrolment, lockEnrolment } from './complete-enrolment';
import { insertDecision } from './decisions';
import { withinShop } from './within-shop';

/** Whence an outcome may come: forward only. What was ambiguous may still become known; nothing else moves twice. */
const COMES_FROM: Readonly<Record<TouchOutcome['state'], ReadonlyArray<TouchState>>> = {
  accepted: ['sending', 'ambiguous'],
  failed: ['claimed', 'sending', 'ambiguous'],
  ambiguous: ['sending'],
  skipped: ['claimed', 'sending'],
  exited: ['claimed', 'sending'],
  due: ['claimed', 'sending'],
};

export function finishTouchMethods(prisma: PrismaClient): Pick<Store, 'finishTouch'> {
  return {
    finishTouch: (shopId, claim, outcome, decision) =>
      withinShop(prisma, shopId, async (sql) => {
        const { enrolmentId } = claim;
        // An event of the provider may have told first that it was accepted; the answer then only adds the message id.
        const wasToldFirst =
          outcome.state === 'accepted'
            ? Prisma.sql`OR (state = 'accepted' AND "messageId" IS NULL)`
            : Prisma.empty;
        const [, finished] = await Promise.all([
          lockEnrolment(sql, shopId, enrolmentId),
          sql.$executeRaw`
          UPDATE "Touch" SET ${changesBy(outcome)}
          WHERE "shopId" = ${shopId} AND "touchId" = ${claim.touchId} AND "claimToken" = ${claim.token}
            AND (state = ANY(${[...COMES_FROM[outcome.state]]}::text[]) ${wasToldFirst})`,
        ]);
        if (finished === 0) return false;
        if (decision) await insertDecision(sql, shopId, decision);
        const reason = outcome.state === 'exited' ? outcome.reason : 'completed';
        await completeEnrolment(sql, { shopId, enrolmentId, at: outcome.at, reason });
        return true;
      }),
  };
}

/** The token stays with a touch that was sent, so that only its own sender can still add what it learns. */
function changesBy(outcome: TouchOutcome): Prisma.Sql {
  const at = toIso(outcome.at);
  switch (outcome.state) {
    case 'accepted':
      return Prisma.sql`state = 'accepted', reason = NULL, "messageId" = ${outcome.messageId}, "leaseUntil" = NULL,
        "sentAt" = coalesce("sentAt", ${at}::timestamptz)`;
    case 'due':
      return Prisma.sql`state = 'due', reason = ${outcome.reason}, "dueAt" = ${toIso(outcome.dueAt)}::timestamptz,
        "decidedAt" = ${at}::timestamptz, "claimToken" = NULL, "leaseUntil" = NULL, "attemptedAt" = NULL`;
    case 'ambiguous':
      return Prisma.sql`state = 'ambiguous', reason = ${outcome.reason}, "leaseUntil" = NULL`;
    case 'failed':
    case 'skipped':
    case 'exited':
      return Prisma.sql`state = ${outcome.state}, reason = ${outcome.reason}, "decidedAt" = ${at}::timestamptz,
        "leaseUntil" = NULL`;
  }
}
