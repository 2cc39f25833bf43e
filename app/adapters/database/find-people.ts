import type { Whom } from '#core/suppression/identity';
import type { Sql } from './within-shop';

/**
 * Everybody whom a customer id or an address names, by id. Somebody may have ordered with an address that is not the one
 * they are known by, or have been written to at one they have since given up, so that orders and touches are asked too.
 */
export async function peopleNamed(
  sql: Sql,
  shopId: string,
  { customerId, emailHash }: Whom,
): Promise<ReadonlyArray<{ readonly personId: string; readonly customerId: string | null }>> {
  return sql.$queryRaw`
    SELECT "personId", "customerId" FROM "Person"
    WHERE "shopId" = ${shopId} AND ("customerId" = ${customerId} OR "emailHash" = ${emailHash} OR "personId" IN (
      SELECT "personId" FROM "Order" WHERE "shopId" = ${shopId} AND "emailHash" = ${emailHash}
      UNION SELECT "personId" FROM "Touch" WHERE "shopId" = ${shopId} AND "emailHash" = ${emailHash}))
    ORDER BY "personId"`;
}
