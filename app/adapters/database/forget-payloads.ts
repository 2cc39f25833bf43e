import type { Sql } from './within-shop';

/**
 * Empties the webhooks that tell of a person: their own and those of their orders. The rows stay, and with them the
 * keys that keep a repeated delivery from counting again.
 */
export async function forgetPayloads(
  sql: Sql,
  shopId: string,
  customerId: string | null,
  personIds: ReadonlyArray<string>,
): Promise<void> {
  const customer = customerId?.split('/').at(-1) ?? null; // webhooks carry the bare number of a GID
  await sql.$executeRaw`
    WITH bought AS (
      SELECT "orderId" FROM "Order" WHERE "shopId" = ${shopId} AND "personId" = ANY(${[...personIds]}::text[])
    ), told AS (
      SELECT id, topic, CASE WHEN payload IS JSON OBJECT THEN payload::jsonb END AS body
      FROM "Inbox" WHERE "shopId" = ${shopId} AND payload <> ''
    )
    UPDATE "Inbox" SET payload = '', state = 'done', error = NULL
    FROM told
    WHERE "Inbox"."shopId" = ${shopId} AND "Inbox".id = told.id AND (
      told.body #>> '{customer,id}' = ${customer}
      OR told.topic LIKE 'customers%' AND told.body ->> 'id' = ${customer}
      OR told.topic LIKE 'customers%' AND told.body ->> 'customer_id' = ${customer}
      OR told.body ->> 'admin_graphql_api_id' IN (SELECT "orderId" FROM bought)
      OR 'gid://shopify/Order/' || (told.body ->> 'order_id') IN (SELECT "orderId" FROM bought))`;
}
