import { queryDatabase } from './query-database';

export type LedgerRow = {
  readonly touchId: string;
  readonly touchNumber: number;
  readonly orderId: string;
  readonly personId: string;
  readonly arm: string;
  readonly state: string;
  readonly reason: string | null;
  readonly productId: string | null;
  readonly firstDueAt: Date;
  readonly sentAt: Date | null;
};

/** The touches of one order (its number), or of all orders, in plan order. */
export async function readLedger(
  databaseUrl: string,
  shopId: string,
  order?: string,
): Promise<ReadonlyArray<LedgerRow>> {
  return queryDatabase<LedgerRow>(
    databaseUrl,
    `SELECT t.*, e."arm" FROM "Touch" t JOIN "Enrolment" e USING ("shopId", "enrolmentId")
      WHERE t."shopId" = $1 AND ($2::text IS NULL OR t."orderId" = $2) ORDER BY t."orderId", t."touchNumber"`,
    [shopId, order === undefined ? null : `gid://shopify/Order/${order}`],
  );
}

/** How many first touches stand in each state. */
export async function countTouchOnes(
  databaseUrl: string,
  shopId: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await queryDatabase<{ readonly state: string; readonly touches: number }>(
    databaseUrl,
    `SELECT state, count(*)::int AS touches FROM "Touch" WHERE "shopId" = $1 AND "touchNumber" = 1 GROUP BY state`,
    [shopId],
  );
  return Object.fromEntries(rows.map(({ state, touches }) => [state, touches]));
}

/** Lets the time of every lease run out, as it does when nobody renews it. */
export async function runOutLeases(databaseUrl: string): Promise<void> {
  await queryDatabase(
    databaseUrl,
    `UPDATE "Touch" SET "leaseUntil" = clock_timestamp() - interval '1 second' WHERE state IN ('claimed', 'sending')`,
  );
}
