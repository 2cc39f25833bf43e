import { lockPeople } from './lock';
import { mergePeople } from './merge-people';
import { planPeople, type Buyer, type KnownPerson } from './plan-people';
import type { Sql } from './within-shop';

/**
 * The person behind each buyer, made or merged where needed. Most orders come from people who are known already and
 * cost one read; whoever changes people does it alone in the shop and looks again first.
 */
export async function resolvePeople(
  sql: Sql,
  shopId: string,
  buyers: ReadonlyArray<Buyer>,
): Promise<ReadonlyArray<string | null>> {
  const first = planPeople(await readPeople(sql, shopId, buyers), buyers);
  if (first.created.length + first.changed.length + first.merged.length === 0) return first.personIds;

  await lockPeople(sql, shopId);
  const plan = planPeople(await readPeople(sql, shopId, buyers), buyers);
  await sql.$executeRaw`
    INSERT INTO "Person" ("shopId", "personId", "customerId", "emailHash")
    SELECT ${shopId}, p."personId", p."customerId", p."emailHash"
    FROM jsonb_to_recordset(${JSON.stringify(plan.created)}::jsonb)
      AS p("personId" text, "customerId" text, "emailHash" text)`;
  // Merging frees the address that the customer takes over.
  for (const { from, into } of plan.merged) await mergePeople(sql, shopId, from, into);
  if (plan.changed.length > 0) {
    await sql.$executeRaw`
      UPDATE "Person" SET "customerId" = p."customerId", "emailHash" = p."emailHash"
      FROM jsonb_to_recordset(${JSON.stringify(plan.changed)}::jsonb)
        AS p("personId" text, "customerId" text, "emailHash" text)
      WHERE "Person"."shopId" = ${shopId} AND "Person"."personId" = p."personId"`;
  }
  return plan.personIds;
}

async function readPeople(
  sql: Sql,
  shopId: string,
  buyers: ReadonlyArray<Buyer>,
): Promise<ReadonlyArray<KnownPerson>> {
  const customerIds = [...new Set(buyers.map((buyer) => buyer.customerId).filter((id) => id !== null))];
  const hashes = [...new Set(buyers.map((buyer) => buyer.emailHash).filter((hash) => hash !== null))];
  return sql.$queryRaw`
    SELECT "personId", "customerId", "emailHash" FROM "Person"
    WHERE "shopId" = ${shopId} AND "customerId" = ANY(${customerIds}::text[])
    UNION
    SELECT "personId", "customerId", "emailHash" FROM "Person"
    WHERE "shopId" = ${shopId} AND "emailHash" = ANY(${hashes}::text[])`;
}
