import type { PrismaClient } from '@prisma/client';
import { poolOf } from '#adapters/database/create-prisma';

/** Counts every message to the server from here on, BEGIN and COMMIT included. In: a client that has not connected yet. */
export function countStatements(prisma: PrismaClient): { sent: number } {
  const counted = { sent: 0 };
  poolOf(prisma).on('connect', (client) => {
    const query = client.query.bind(client) as (...given: ReadonlyArray<unknown>) => unknown;
    const counting = (...given: ReadonlyArray<unknown>) => {
      counted.sent += 1;
      return query(...given);
    };
    Object.assign(client, { query: counting });
  });
  return counted;
}
