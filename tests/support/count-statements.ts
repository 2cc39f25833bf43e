import { closeConnections, createPrisma, poolOf } from '#adapters/database/create-prisma';
import { createDatabaseStore } from '#adapters/database/database-store';
import type { Store } from '#flows/ports';

/** A store of its own on a database, with every message that it sends to the server, BEGIN and COMMIT included. */
export function openCountedStore(url: string): {
  readonly store: Store;
  readonly statements: unknown[];
  readonly close: () => Promise<void>;
} {
  const prisma = createPrisma({ connectionString: url, connections: 4 });
  const statements: unknown[] = [];
  poolOf(prisma).on('connect', (client) => {
    const query = client.query.bind(client) as (...given: ReadonlyArray<unknown>) => unknown;
    const counted = (...given: ReadonlyArray<unknown>) => {
      statements.push(given[0]);
      return query(...given);
    };
    Object.assign(client, { query: counted });
  });
  const store = createDatabaseStore({ prisma, enqueue: async () => {} });
  return { store, statements, close: () => closeConnections(prisma) };
}
