import { expect, it } from 'vitest';
import { closeConnections, createPrisma, poolOf } from '#adapters/database/create-prisma';
import { asOwner } from '#adapters/database/within-shop';
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
