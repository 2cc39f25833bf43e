import { lockOutcomes } from './lock';
import type { Sql } from './within-shop';

/** What is taken out of an order when its buyer is erased, laid over it. */
export const NOBODYS_ORDER = JSON.stringify({
  customerId: null,
  emailHash: null,
  name: '',
  provinceCode: null,
});

/** Nothing more goes out. Ended at the moment it had been planned from, for a redaction tells no business time. */
export async function exitForRedaction(sql: Sql, shopId: string, personId: string): Promise<void> {
  await sql.$executeRaw`
    UPDATE "Enrolment" SET "isLive" = false, "endedAt" = "enrolledAt", "exitReason" = 'customer_redacted'
    WHERE "shopId" = ${shopId} AND "personId" = ${personId} AND "isLive"`;
  await sql.$executeRaw`
    UPDATE "Touch" SET state = 'exited', reason = 'customer_redacted', "claimToken" = NULL, "leaseUntil" = NULL
    WHERE "shopId" = ${shopId} AND "personId" = ${personId} AND state IN ('due', 'claimed')`;
}

/**
 * What remains of a person is a number with an arm and amounts, which nobody can be found by, so that totals and the
 * experiment stay true. Traces go. The address's hash stays on the suppression list only.
 */
export async function forgetPerson(sql: Sql, shopId: string, personId: string): Promise<void> {
  await lockOutcomes(sql, shopId); // nobody's outcome is kept under the old name meanwhile
  const [nobody] = await sql.$queryRaw<ReadonlyArray<{ readonly personId: string }>>`
    UPDATE "Person" SET "personId" = 'redacted:' || gen_random_uuid(), "customerId" = NULL, "emailHash" = NULL
    WHERE "shopId" = ${shopId} AND "personId" = ${personId}
    RETURNING "personId"`;
  if (!nobody) return;
  await forgetBrowsing(sql, shopId, personId);
  await sql.$executeRaw`
    UPDATE "Outcome" SET "personId" = ${nobody.personId} WHERE "shopId" = ${shopId} AND "personId" = ${personId}`;
  await sql.$executeRaw`
    UPDATE "OutcomeDue" SET "personId" = ${nobody.personId} WHERE "shopId" = ${shopId} AND "personId" = ${personId}`;
  await sql.$executeRaw`DELETE FROM "Decision" WHERE "shopId" = ${shopId} AND "personId" = ${personId}`;
  await sql.$executeRaw`
    UPDATE "Order" SET "personId" = ${nobody.personId}, "emailHash" = NULL, name = '',
      "order" = "order" || ${NOBODYS_ORDER}::jsonb
    WHERE "shopId" = ${shopId} AND "personId" = ${personId}`;
  await sql.$executeRaw`
    UPDATE "Enrolment" SET "personId" = ${nobody.personId} WHERE "shopId" = ${shopId} AND "personId" = ${personId}`;
  await sql.$executeRaw`
    UPDATE "Touch" SET "personId" = ${nobody.personId}, "emailHash" = NULL, subject = NULL, "messageId" = NULL
    WHERE "shopId" = ${shopId} AND "personId" = ${personId}`;
}

/** What they looked at, from any browser that they ordered with, and that the browser was theirs. */
async function forgetBrowsing(sql: Sql, shopId: string, personId: string): Promise<void> {
  await sql.$executeRaw`
    WITH theirs AS (
      DELETE FROM "VisitorOrder" j USING "Order" o
      WHERE j."shopId" = ${shopId} AND o."shopId" = ${shopId} AND o."orderId" = j."orderId"
        AND o."personId" = ${personId}
      RETURNING j."visitorHash"
    )
    DELETE FROM "ProductView" v USING theirs
    WHERE v."shopId" = ${shopId} AND v."visitorHash" = theirs."visitorHash"`;
}
