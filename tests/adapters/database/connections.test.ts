import { expect, it } from 'vitest';
import { closeConnections, createPrisma, poolOf } from '#adapters/database/create-prisma';
import { asOwner, withinTransaction } from '#adapters/database/within-shop';
import { freshDatabase } from '../../support/database';

const { url } = await freshDatabase();

it.each([
  ['the driver', async (prisma: ReturnType<typeof createPrisma>) => asOwner(prisma).$queryRaw`SELECT 1`],
  ['Prisma', async (prisma: ReturnType<typeof createPrisma>) => prisma.$queryRaw`SELECT 1`],
])('closing ends what was opened through %s, so that a process can end', async (_, ask) => {
  const prisma = createPrisma({ connectionString: url, connections: 2 });
  await ask(prisma);
  expect(poolOf(prisma).totalCount).toBe(1);
  await closeConnections(prisma);
  expect(poolOf(prisma).totalCount).toBe(0);
});

it('closing twice is closing once', async () => {
  const prisma = createPrisma({ connectionString: url, connections: 2 });
  await closeConnections(prisma);
  await expect(closeConnections(prisma)).resolves.toBeUndefined();
});

it('a connection that the server ends in the middle of a transaction fails that one, and the next one works', async () => {
  const prisma = createPrisma({ connectionString: url, connections: 2 });
  const cutOff = withinTransaction(prisma, async (sql) => {
    const [own] = await sql.$queryRaw<
      ReadonlyArray<{ readonly pid: number }>
    >`SELECT pg_backend_pid() AS pid`;
    await asOwner(prisma).$queryRaw`SELECT pg_terminate_backend(${own?.pid ?? 0}::int)`;
    return sql.$queryRaw`SELECT 1`;
  });
  await expect(cutOff).rejects.toThrow(); // by what the driver noticed first
  expect(await withinTransaction(prisma, (sql) => sql.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  await closeConnections(prisma);
});

it('lists of whole numbers are read as they are, the empty one too', async () => {
  const prisma = createPrisma({ connectionString: url, connections: 1 });
  const read = asOwner(prisma).$queryRaw`SELECT '{}'::int[] AS none, '{3,-1}'::int[] AS two`;
  expect(await read).toEqual([{ none: [], two: [3, -1] }]);
  await closeConnections(prisma);
});
