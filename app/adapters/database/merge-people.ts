import type { Merge } from '#flows/records';
import { lockPerson } from './lock';
import type { Sql } from './within-shop';

/**
 * A guest turns out to be a customer who is known already, or two customers to be one: everything follows the customer,
 * and the arm that was drawn first holds, so that nobody changes sides; who was treated and held out as two people proves
 * nothing and leaves the analysis. Where both have a live enrolment the older one gives way, for a person has at most one.
 * Out: what was done.
 */
export async function mergePeople(sql: Sql, shopId: string, from: string, into: string): Promise<Merge> {
  for (const personId of [from, into].sort()) await lockPerson(sql, shopId, personId);
  const [merged] = await sql.$queryRaw<ReadonlyArray<Pick<Merge, 'arm' | 'isOfBothArms'>>>`
    UPDATE "Person" p SET "isOfBothArms" = p."isOfBothArms" OR g."isOfBothArms" OR coalesce(p.arm <> g.arm, false),
      (arm, "armAssignedAt", experiment) = (
        SELECT o.arm, o."armAssignedAt", o.experiment FROM "Person" o
        WHERE o."shopId" = ${shopId} AND o."personId" IN (${from}, ${into})
        ORDER BY o."armAssignedAt", o."personId" = ${from} LIMIT 1)
    FROM "Person" g
    WHERE p."shopId" = ${shopId} AND p."personId" = ${into} AND g."shopId" = ${shopId} AND g."personId" = ${from}
    RETURNING p.arm, p."isOfBothArms"`;
  await sql.$executeRaw`
    WITH live AS (
      SELECT "enrolmentId", max("enrolledAt") OVER () AS "endedAt",
        row_number() OVER (ORDER BY "confirmedAt" DESC, length("orderId") DESC, "orderId" COLLATE "C" DESC) AS place
      FROM "Enrolment" WHERE "shopId" = ${shopId} AND "personId" IN (${from}, ${into}) AND "isLive"
    ), ended AS (
      UPDATE "Enrolment" e SET "isLive" = false, "endedAt" = live."endedAt", "exitReason" = 'superseded_by_order'
      FROM live WHERE e."shopId" = ${shopId} AND e."enrolmentId" = live."enrolmentId" AND live.place > 1
      RETURNING e."enrolmentId", e."endedAt"
    )
    UPDATE "Touch" t SET state = 'exited', reason = 'superseded_by_order', "decidedAt" = ended."endedAt",
      "claimToken" = NULL, "leaseUntil" = NULL
    FROM ended
    WHERE t."shopId" = ${shopId} AND t."enrolmentId" = ended."enrolmentId" AND t.state IN ('due', 'claimed')`;
  await sql.$executeRaw`UPDATE "Order" SET "personId" = ${into} WHERE "shopId" = ${shopId} AND "personId" = ${from}`;
  await sql.$executeRaw`UPDATE "Enrolment" SET "personId" = ${into} WHERE "shopId" = ${shopId} AND "personId" = ${from}`;
  await sql.$executeRaw`UPDATE "Touch" SET "personId" = ${into} WHERE "shopId" = ${shopId} AND "personId" = ${from}`;
  await sql.$executeRaw`UPDATE "Decision" SET "personId" = ${into} WHERE "shopId" = ${shopId} AND "personId" = ${from}`;
  await sql.$executeRaw`DELETE FROM "Person" WHERE "shopId" = ${shopId} AND "personId" = ${from}`;
  return { from, into, arm: merged?.arm ?? null, isOfBothArms: merged?.isOfBothArms ?? false };
}
