import type { Prisma, PrismaClient } from '@prisma/client';

/** What a statement can be run on: a transaction, or the pool itself for single statements of the runner. */
export type Sql = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>;

/**
 * Runs work on one shop in one transaction, as the role that row-level security holds to this shop. Every statement
 * names the shop in its WHERE as well; this is the second wall, for the one that forgets.
 */
export async function withinShop<T>(
  prisma: PrismaClient,
  shopId: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (sql) => {
    await sql.$queryRaw`SELECT set_config('role', 'encore_shop', true), set_config('app.shop_id', ${shopId}, true)`;
    return work(sql);
  });
}
