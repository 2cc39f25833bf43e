import { Prisma } from '@prisma/client';
import type { Sql } from './within-shop';

/** Some people, by their ids at Shopify and by those of the store. */
export type ToldPeople = {
  readonly customerIds: ReadonlyArray<string>;
  readonly personIds: ReadonlyArray<string>;
};

/**
 * Empties the webhooks that tell of some people. The rows stay, and with them the keys that keep a repeated delivery
 * from counting again.
 */
export async function forgetPayloads(sql: Sql, shopId: string, people: ToldPeople): Promise<void> {
  await sql.$executeRaw`
    WITH ${toldOf(shopId, people)}
    UPDATE "Inbox" SET payload = '', state = 'done', error = NULL
    FROM told_of WHERE "Inbox"."shopId" = ${shopId} AND "Inbox".id = told_of.id`;
}

/** The webhooks that tell of some people: their own and those of their orders. */
export function toldOf(shopId: string, { customerIds, personIds }: ToldPeople): Prisma.Sql {
  const numbers = customerIds.map((id) => id.split('/').at(-1)); // webhooks carry the bare number of a GID
  return Prisma.sql`
    bought AS (
      SELECT "orderId" FROM "Order" WHERE "shopId" = ${shopId} AND "personId" = ANY(${[...personIds]}::text[])
    ), told AS (
      SELECT id, topic, CASE WHEN payload IS JSON OBJECT THEN payload::jsonb END AS body
      FROM "Inbox" WHERE "shopId" = ${shopId} AND payload <> ''
    ), told_of AS (
      SELECT id FROM told
      WHERE body #>> '{customer,id}' = ANY(${numbers}::text[])
      OR topic LIKE 'customers%' AND body ->> 'id' = ANY(${numbers}::text[])
      OR topic LIKE 'customers%' AND body ->> 'customer_id' = ANY(${numbers}::text[])
      OR body ->> 'admin_graphql_api_id' IN (SELECT "orderId" FROM bought)
      OR 'gid://shopify/Order/' || (body ->> 'order_id') IN (SELECT "orderId" FROM bought)
    )`;
}
