import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';

const STATEMENT_MS = 60_000;

/**
 * The pool of connections. Sessions run in UTC, for the driver writes times without a zone. A statement that hangs and
 * a transaction that a stopped process left open end by themselves, so that a half-open connection holds nothing up.
 * Statements are short and repeated: compiling them each time would cost more than running them.
 */
export function createPrisma(config: {
  readonly connectionString: string;
  readonly connections: number;
}): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: config.connectionString,
      max: config.connections,
      keepAlive: true,
      options: `-c timezone=UTC -c jit=off -c statement_timeout=${STATEMENT_MS} -c idle_in_transaction_session_timeout=${STATEMENT_MS}`,
      query_timeout: STATEMENT_MS + 5_000,
    },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: STATEMENT_MS } });
}

const names = new Map<string, string>();

/**
 * The server keeps a named statement planned, and planning is the larger part of what our joins cost. Their texts are
 * few and fixed, since lists travel as arrays.
 */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `encore_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
