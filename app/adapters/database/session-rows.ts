import type { PrismaClient } from '@prisma/client';
import { asOwner, withinShop } from './within-shop';

type SessionRow = {
  readonly id: string;
  readonly shopId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly expires: Date | null;
};

/** Where sealed sessions lie. What is inside, only their keeper can read. */
export function createSessionRows(prisma: PrismaClient) {
  return {
    // Asked before every call to Shopify: one statement that names its shop, without a transaction around it.
    find: async (shopId: string, id: string): Promise<SessionRow | null> => {
      const rows = await asOwner(prisma).$queryRaw<ReadonlyArray<SessionRow>>`
        SELECT id, "shopId", sealed, expires FROM "Session" WHERE "shopId" = ${shopId} AND id = ${id}`;
      const [row] = rows;
      return row ? { ...row, sealed: new Uint8Array(row.sealed) } : null;
    },

    ofShop: (shopId: string): Promise<ReadonlyArray<SessionRow>> =>
      withinShop(
        prisma,
        shopId,
        (sql) => sql.$queryRaw<ReadonlyArray<SessionRow>>`
          SELECT id, "shopId", sealed, expires FROM "Session" WHERE "shopId" = ${shopId} ORDER BY id`,
      ),

    // Parent and child loaders both exchange a token at the first load, so that the second finds the row of the first.
    save: (row: SessionRow): Promise<void> =>
      withinShop(prisma, row.shopId, async (sql) => {
        await sql.$executeRaw`
          INSERT INTO "Session" (id, "shopId", sealed, expires)
          VALUES (${row.id}, ${row.shopId}, ${row.sealed}, ${row.expires?.toISOString() ?? null}::timestamptz)
          ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, expires = excluded.expires`;
      }),

    remove: (shopId: string, ids: ReadonlyArray<string>): Promise<void> =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`DELETE FROM "Session" WHERE "shopId" = ${shopId} AND id = ANY(${[...ids]}::text[])`;
      }),

    /** The lock ends with its transaction, so that a process that dies holds nobody up. */
    whileLocked: <T>(shopId: string, work: () => Promise<T>): Promise<T> =>
      prisma.$transaction(async (sql) => {
        await sql.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`session ${shopId}`}, 0))`;
        return work();
      }),
  };
}
