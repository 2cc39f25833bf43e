import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import { Pool, types } from 'pg';

const STATEMENT_MS = 60_000;
/** A new connection plans every statement anew; those that rest cost little. */
const IDLE_MS = 300_000;

const pools = new WeakMap<PrismaClient, Pool>();

/**
 * The pool of connections. Sessions run in UTC, for the driver writes times without a zone. A statement that hangs and
 * a transaction that a stopped process left open end by themselves, so that a half-open connection holds nothing up.
 * Statements are short and repeated: compiling or planning them each time would cost more than running them.
 */
export function createPrisma(config: {
  readonly connectionString: string;
  readonly connections: number;
}): PrismaClient {
  const pool = new Pool({
    connectionString: config.connectionString,
    max: config.connections,
    keepAlive: true,
    idleTimeoutMillis: IDLE_MS,
    pipeline: true,
    types: { getTypeParser: parserOf },
    options: `-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan -c statement_timeout=${STATEMENT_MS} -c idle_in_transaction_session_timeout=${STATEMENT_MS}`,
    query_timeout: STATEMENT_MS + 5_000,
    connectionTimeoutMillis: 15_000,
  });
  // An idle connection that the server closes is replaced by the next who asks. One in use tells of its end by the
  // statement that fails; without a listener of its own that end would be the process's as well.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    statementNameGenerator: ({ sql }) => statementName(sql),
  });
  const prisma = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 15_000, timeout: STATEMENT_MS },
  });
  pools.set(prisma, pool);
  return prisma;
}

const INT_ARRAY = 1007;

/**
 * Lists of whole numbers come by the million when pairings are mined. All of ours are plain: without NULL, of one
 * dimension, from 1; such a list is the same in JSON but for the brackets, and anything else throws.
 */
const parserOf: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT_ARRAY && format !== 'binary'
    ? (text: string) => JSON.parse(`[${text.slice(1, -1)}]`)
    : types.getTypeParser(oid, format);

/** The connections behind a client. Throws for a client that was not made here. */
export function poolOf(prisma: PrismaClient): Pool {
  const pool = pools.get(prisma);
  if (!pool) throw new Error('this Prisma client has no pool of its own; make it with createPrisma');
  return pool;
}

/** Ends all connections. Prisma ends the pool only where something was asked through Prisma itself. */
export async function closeConnections(prisma: PrismaClient): Promise<void> {
  await prisma.$disconnect();
  const pool = poolOf(prisma);
  if (!pool.ending) await pool.end();
}

const names = new Map<string, string>();

/**
 * The server keeps a named statement planned, and planning is the larger part of what our joins cost. Their texts are
 * few and fixed, since lists travel as arrays.
 */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `encore_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
