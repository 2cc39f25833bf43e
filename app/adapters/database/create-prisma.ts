import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';

const STATEMENT_MS = 60_000;

/**
 * The pool of connections. Sessions run in UTC, for the driver writes times without a zone. A statement that hangs and
 * a transaction that a stopped process left open end by themselves, so that a half-open connection holds nothing up.
 */
export function createPrisma(config: { readonly connectionString: string; readonly connections: number }): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: config.connectionString,
    max: config.connections,
    keepAlive: true,
    options: `-c timezone=UTC -c statement_timeout=${STATEMENT_MS} -c idle_in_transaction_session_timeout=${STATEMENT_MS}`,
    query_timeout: STATEMENT_MS + 5_000,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: STATEMENT_MS } });
}
