import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { BeginSending, Store } from '#flows/ports';
import type { ClaimedTouch, SendGate } from '#flows/records';
import { completeEnrolment, lockEnrolment } from './complete-enrolment';
import { insertDecision } from './decisions';
import { blockingReason, readSendFacts } from './send-facts';
import { lockAddress, lockPerson } from './lock';
import { withinShop, type Sql } from './within-shop';

/** Longer than a mailer may take to answer; past it nobody waits for the answer any more. */
const SENDING_LEASE = '60 seconds';

export function beginSendingMethods(prisma: PrismaClient): Pick<Store, 'beginSending'> {
  return {
    // Everything that may forbid the sending holds one of these locks while it commits, so whatever was committed
    // before this transaction is seen here, and whatever comes later comes after the e-mail. The statements go out in
    // one burst; the server takes them in this order, and the read sees what was committed before it began.
    beginSending: (shopId, claim, gate, decision) =>
      withinShop(prisma, shopId, async (sql): Promise<BeginSending> => {
        const [, , , facts] = await Promise.all([
          sql.$queryRaw`SELECT 1 AS locked FROM "Shop" WHERE "shopId" = ${shopId} FOR SHARE`,
          lockPerson(sql, shopId, claim.personId),
          lockAddress(sql, shopId, gate.emailHash),
          readSendFacts(sql, shopId, claim, gate),
        ]);
        if (!facts?.isOurs) return { kind: 'fenced' };
        const reason = blockingReason(facts, gate);
        if (reason) {
          await rememberAddress(sql, shopId, claim, gate.emailHash);
          return { kind: 'blocked', reason, recentSends: facts.recentSends };
        }
        if (gate.to === 'withheld') await lockEnrolment(sql, shopId, claim.enrolmentId);
        if (!(await moveClaim(sql, shopId, claim, gate))) return { kind: 'fenced' };
        if (decision) await insertDecision(sql, shopId, decision);
        if (gate.to === 'withheld') {
          await completeEnrolment(sql, {
            shopId,
            enrolmentId: claim.enrolmentId,
            at: gate.now,
            reason: 'completed',
          });
        }
        return { kind: 'sending' };
      }),
  };
}

/** A customer may have another address by now; the next decision then looks for that one on the list as well. */
async function rememberAddress(
  sql: Sql,
  shopId: string,
  claim: ClaimedTouch,
  emailHash: string,
): Promise<void> {
  await sql.$executeRaw`
    UPDATE "Touch" SET "emailHash" = ${emailHash}
    WHERE "shopId" = ${shopId} AND "touchId" = ${claim.touchId} AND state = 'claimed' AND "claimToken" = ${claim.token}`;
}

/** The fence: only the claim that still holds the touch, inside its lease, moves it. */
async function moveClaim(sql: Sql, shopId: string, claim: ClaimedTouch, gate: SendGate): Promise<boolean> {
  const { offer, to } = gate;
  const at = toIso(gate.now);
  const isWithheld = to === 'withheld';
  const moved = await sql.$executeRaw`
    UPDATE "Touch" SET state = ${to}, reason = ${isWithheld ? 'holdout' : null},
      "decidedAt" = ${at}::timestamptz, "attemptedAt" = ${at}::timestamptz,
      "sentAt" = ${isWithheld ? at : null}::timestamptz, attempts = attempts + 1,
      "leaseUntil" = CASE WHEN ${isWithheld} THEN NULL ELSE clock_timestamp() + ${SENDING_LEASE}::interval END,
      "emailHash" = ${gate.emailHash}, "productId" = ${offer.productId},
      "anchorProductId" = ${offer.anchorProductId}, "variantId" = ${offer.variantId},
      "sellingPlanId" = ${offer.sellingPlanId}, "productPriceMinor" = ${offer.productPriceMinor},
      "priceBaseMinor" = ${offer.priceBaseMinor}, "orderSubtotalMinor" = ${offer.orderSubtotalMinor},
      subject = ${offer.subject}
    WHERE "shopId" = ${shopId} AND "touchId" = ${claim.touchId} AND state = 'claimed'
      AND "claimToken" = ${claim.token} AND "leaseUntil" > clock_timestamp()`;
  return moved === 1;
}
