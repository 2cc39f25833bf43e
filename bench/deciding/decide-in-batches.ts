import { Client } from 'pg';
import type { PrismaClient } from '@prisma/client';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import type { OrderWithCustomer } from '#flows/ports';
import type { ClaimedTouch } from '#flows/records';
import { measured } from '../measured';
import { serverOf } from '../mining/server-of';
import { countStatements } from './count-statements';
import { writeDecided } from './decided';
import { readDueClaims } from './due-claims';

type DecideBatch = (
  shopId: string,
  claims: ReadonlyArray<ClaimedTouch>,
  orders: ReadonlyMap<string, OrderWithCustomer>,
) => Promise<ReadonlyArray<string>>;

/**
 * Lets a contestant decide all due touches of a shop batch by batch: one round that is not measured, as the runner works
 * for the same shops all day, then the measured ones. Its arguments: URL, shop, touches of a batch, rounds, file for what
 * was decided. In: what makes, on a pool of connections, the one that decides a batch.
 */
export async function runDecider(create: (prisma: PrismaClient) => DecideBatch): Promise<void> {
  const [url = '', shopId = '', size = '', rounds = '', to = ''] = process.argv.slice(2);
  const client = new Client({ connectionString: url });
  await client.connect();
  const prisma = createPrisma({ connectionString: url, connections: 2 });
  const counted = countStatements(prisma);
  const decideBatch = create(prisma);
  const { claims, orders } = await readDueClaims(client, shopId);
  let statementsPerBatch = 0;
  const decideAll = async () => {
    const lines: string[] = [];
    statementsPerBatch = 0;
    for (let start = 0; start < claims.length; start += Number(size)) {
      const before = counted.sent;
      lines.push(...(await decideBatch(shopId, claims.slice(start, start + Number(size)), orders)));
      statementsPerBatch = Math.max(statementsPerBatch, counted.sent - before);
    }
    return lines;
  };
  let lines = await decideAll();
  await measured(
    async () => {
      for (let round = 0; round < Number(rounds); round += 1) lines = await decideAll();
    },
    await serverOf(client),
  );
  writeDecided(to, { statementsPerBatch, lines });
  await client.end();
  await closeConnections(prisma);
}
