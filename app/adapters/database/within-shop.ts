import { Prisma, type PrismaClient } from '@prisma/client';
import type { PoolClient, QueryConfig } from 'pg';
import { poolOf, statementName } from './create-prisma';

type Run = <T>(text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<T>;

/** What a statement can be run on: a transaction on one shop, or single statements of the runner. */
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
  return onConnection(prisma, async (client) => {
    // Not waited for: the first statement follows on the wire. Where this fails, the transaction is aborted and the
    // server refuses whatever comes after it.
    const begun = begin(client, shopId);
    begun.catch(() => undefined);
    const done = await work(sqlOn(client));
    await begun;
    await client.query('COMMIT');
    return done;
  });
}

/**
 * The same for statements none of which waits for another: all of it goes out in one message instead of three or more.
 * A statement after the first pause of `work` would come after the COMMIT, so that it is refused.
 */
export async function atOnceWithinShop<T>(
  prisma: PrismaClient,
  shopId: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  return onConnection(prisma, async (client) => {
    let isOver = false;
    const sql = sqlOn({
      query: ((statement: QueryConfig) => {
        if (isOver) throw new Error(`too late for one message, use withinShop: ${statement.text}`);
        return client.query(statement);
      }) as PoolClient['query'],
    });
    const begun = begin(client, shopId);
    const working = work(sql);
    isOver = true;
    const [, done] = await settled(begun, working, client.query('COMMIT'));
    return done;
  });
}

/** Statements as texts with values, for what brings its own: the job queue. */
export type Statements = {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
};

/** One transaction as the owner: what it writes belongs to no shop's role. */
export async function withinTransaction<T>(
  prisma: PrismaClient,
  work: (sql: Sql, statements: Statements) => Promise<T>,
): Promise<T> {
  return onConnection(prisma, async (client) => {
    // Waited for: after a BEGIN that failed each statement would commit by itself.
    await client.query('BEGIN');
    const done = await work(sqlOn(client), statementsOn(client));
    await client.query('COMMIT');
    return done;
  });
}

/** Single statements, kept planned like all others here. */
export function statementsOf(prisma: PrismaClient): Statements {
  return statementsOn(poolOf(prisma));
}

/** A text without a list of values may hold several statements, which cannot be named. */
function statementsOn(client: Pick<PoolClient, 'query'>): Statements {
  return {
    executeSql: (text, values) =>
      client.query(values === undefined ? text : { name: statementName(text), text, values }),
  };
}

/** Waits for all, so that nothing of it is under way when the connection goes back; then throws what failed first. */
async function settled<A, B, C>(...promises: [Promise<A>, Promise<B>, Promise<C>]): Promise<[A, B, C]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

function begin(client: PoolClient, shopId: string): Promise<unknown> {
  return client.query(
    `BEGIN; SELECT set_config('role', 'encore_shop', true), set_config('app.shop_id', ${client.escapeLiteral(shopId)}, true)`,
  );
}

async function onConnection<T>(prisma: PrismaClient, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await poolOf(prisma).connect();
  let broken: Error | undefined;
  try {
    return await use(client);
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

/**
 * Single statements of the runner and of the hottest reads, as the owner: each names its shop itself. They go to the
 * driver, for through Prisma each costs three times as much.
 */
export function asOwner(prisma: PrismaClient): Sql {
  return sqlOn(poolOf(prisma));
}

function sqlOn(client: Pick<PoolClient, 'query'>): Sql {
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
