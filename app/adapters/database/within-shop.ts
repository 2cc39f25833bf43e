import { Prisma, type PrismaClient } from '@prisma/client';
import type { PoolClient } from 'pg';
import { poolOf, statementName } from './create-prisma';

type Run = <T>(text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<T>;

/** What a statement can be run on: a transaction on one shop, or the client itself for single statements of the runner. */
export type Sql = {
  readonly $queryRaw: Run;
  readonly $executeRaw: (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<number>;
};

/**
 * Runs work on one shop in one transaction, as the role that row-level security holds to this shop. Every statement
 * names the shop in its WHERE as well; this is the second wall, for the one that forgets. It speaks to the driver
 * itself: beginning and naming the shop are one message, and each statement costs a third of the way through Prisma.
 */
export async function withinShop<T>(
  prisma: PrismaClient,
  shopId: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const client = await poolOf(prisma).connect();
  let broken: Error | undefined;
  try {
    await client.query(
      `BEGIN; SELECT set_config('role', 'encore_shop', true), set_config('app.shop_id', ${client.escapeLiteral(shopId)}, true)`,
    );
    const done = await work(sqlOn(client));
    await client.query('COMMIT');
    return done;
  } catch (error) {
    // A connection that cannot even roll back is not given to anybody else.
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function sqlOn(client: PoolClient): Sql {
  const run = (text: TemplateStringsArray | Prisma.Sql, values: ReadonlyArray<unknown>) => {
    const sql = 'raw' in text ? Prisma.sql(text, ...values) : text;
    return client.query({ name: statementName(sql.text), text: sql.text, values: sql.values });
  };
  return {
    $queryRaw: async <T>(text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await run(text, values)).rows as T,
    $executeRaw: async (text, ...values) => (await run(text, values)).rowCount ?? 0,
  };
}
