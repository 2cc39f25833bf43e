import type { Client } from 'pg';
import type { TreatedCustomer } from './planted-truth';

/**
 * Everybody whom the treatment was drawn for, each once and from the first enrolment on, without those who turned out to
 * be of both arms: whom the report is of, read from the enrolments themselves.
 */
export async function readTreated(client: Client, shopId: string): Promise<ReadonlyArray<TreatedCustomer>> {
  const { rows } = await client.query<{ customerId: string | null; enrolledAt: Date }>(
    `SELECT p."customerId", min(e."enrolledAt") AS "enrolledAt"
       FROM "Enrolment" e JOIN "Person" p ON p."shopId" = e."shopId" AND p."personId" = e."personId"
      WHERE e."shopId" = $1 AND p."arm" = 'treatment' AND NOT p."isOfBothArms"
      GROUP BY p."personId", p."customerId"`,
    [shopId],
  );
  return rows.map(({ customerId, enrolledAt }) => ({ customerId, enrolledAt: enrolledAt.getTime() }));
}
