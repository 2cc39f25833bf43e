import { writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { createDatabaseStore } from '#adapters/database/database-store';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { findLift } from '#flows/report-lift';
import { measured } from '../measured';
import { serverOf } from '../mining/server-of';
import { AS_OF } from './fill-experiment';

/** Opens the report as Reports does, from the kept sums, the server's time included; a few times, of which the mean counts. */
const [url = '', warmUp = '', shop = '', to = '', times = '1'] = process.argv.slice(2);
const client = new Client({ connectionString: url });
await client.connect();
const prisma = createPrisma({ connectionString: url, connections: 2 });
const store = createDatabaseStore({ prisma, enqueue: async () => {} });
const open = (shopId: string) => findLift({ store }, { shopId, asOf: AS_OF });
for (let warm = 0; warm < 30; warm += 1) await open(warmUp);
await open(shop);
const found = await measured(
  async () => {
    for (let time = 1; time < Number(times); time += 1) await open(shop);
    return open(shop);
  },
  await serverOf(client),
);
writeFileSync(to, JSON.stringify(found?.report));
await client.end();
await closeConnections(prisma);
