import type { Merge } from '#flows/records';
import { lockPeople } from './lock';
import { mergePeople } from './merge-people';
import { planPeople, type Buyer, type KnownPerson, type PeoplePlan } from './plan-people';
import type { Sql } from './within-shop';

/**
 * The person behind each buyer, made or merged where needed. Most orders come from people who are known already and
 * cost one read; whoever changes people does it alone in the shop and looks again first. Out: them, and who was merged.
 */
export async function resolvePeople(
  sql: Sql,
  shopId: string,
  buyers: ReadonlyArray<Buyer>,
): Promise<{ readonly personIds: ReadonlyArray<string | null>; readonly merges: ReadonlyArray<Merge> }> {
  const first = await plan(sql, shopId, buyers);
  if (first.created.length + first.changed.length + first.merged.length === 0)
    return { personIds: first.personIds, merges: [] };

  await lockPeople(sql, shopId);
  const settled = await plan(sql, shopId, buyers);
  await sql.$executeRaw`
    INSERT INTO "Person" ("shopId", "personId", "customerId", "emailHash")
    SELECT ${shopId}, p."personId", p."customerId", p."emailHash"
    FROM jsonb_to_recordset(${JSON.stringify(settled.created)}::jsonb)
      AS p("personId" text, "customerId" text, "emailHash" text)`;
  // Merging frees the address that the customer takes over.
  const merges: Merge[] = [];
  for (const { from, into } of settled.merged) merges.push(await mergePeople(sql, shopId, from, into));
  if (settled.changed.length > 0) {
    await sql.$executeRaw`
      UPDATE "Person" SET "customerId" = p."customerId", "emailHash" = p."emailHash"
      FROM jsonb_to_recordset(${JSON.stringify(settled.changed)}::jsonb)
        AS p("personId" text, "customerId" text, "emailHash" text)
      WHERE "Person"."shopId" = ${shopId} AND "Person"."personId" = p."personId"`;
  }
  return { personIds: settled.personIds, merges };
}

async function plan(sql: Sql, shopId: string, buyers: ReadonlyArray<Buyer>): Promise<PeoplePlan> {
  const people = await readPeople(sql, shopId, buyers);
  const held = new Set(people.map(({ emailHash }) => emailHash));
  const guests = buyers.flatMap(({ customerId, emailHash }) => (customerId === null ? [emailHash] : []));
  const unheld = [...new Set(guests.filter((hash) => hash !== null && !held.has(hash)))];
  return planPeople(people, buyers, unheld.length === 0 ? [] : await readNamers(sql, shopId, unheld));
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

/**
 * Of each address whose holder nobody is, the person of the first guest order that named it: a merge has freed it. An address
 * that a customer named may be a friend's.
 */
async function readNamers(
  sql: Sql,
  shopId: string,
  hashes: ReadonlyArray<string | null>,
): Promise<ReadonlyArray<KnownPerson & { readonly named: string }>> {
  return sql.$queryRaw`
    SELECT DISTINCT ON (o."emailHash") p."personId", p."customerId", p."emailHash", o."emailHash" AS named
    FROM "Order" o JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = o."personId"
    WHERE o."shopId" = ${shopId} AND o."emailHash" = ANY(${[...hashes]}::text[])
      AND o."order" ->> 'customerId' IS NULL
    ORDER BY o."emailHash", o."createdAt", length(o."orderId"), o."orderId" COLLATE "C"`;
}
