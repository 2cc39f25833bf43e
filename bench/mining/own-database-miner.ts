import { Client } from 'pg';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { createPairingCache } from '#adapters/database/pairing-cache';
import { pairingMethods } from '#adapters/database/pairings';
import { mineInSlices } from '#core/affinity/mine-pairings';
import type { PairingMining } from '#core/affinity/pairing';
import { measured } from '../measured';
import { HISTORY_FROM, HISTORY_TO } from './fill-shop';
import { listMinedPairs, MINIMUMS } from './mined-pairs';
import { writeNumbers } from './number-file';
import { serverOf } from './server-of';

/**
 * Reads a shop's orders through the app's own store and mines them, the server's time included. A smaller shop before is
 * not measured. `keep` as last argument: both tables are put in place of the old ones as well, within the measure.
 */
const [url = '', warmUp = '', shop = '', to = '', keep = ''] = process.argv.slice(2);
const client = new Client({ connectionString: url });
await client.connect();
const prisma = createPrisma({ connectionString: url, connections: 2 });
const store = pairingMethods(prisma, createPairingCache(prisma));
await mine(warmUp);
const server = await serverOf(client);
const mined = await measured(() => mine(shop), server);
writeNumbers(to, mined.map(listMinedPairs));
await client.end();
await closeConnections(prisma);

async function mine(shopId: string): Promise<ReadonlyArray<PairingMining>> {
  const { baskets } = await store.minedBaskets(shopId, HISTORY_FROM, HISTORY_TO);
  const input = { baskets, windowFrom: HISTORY_FROM, windowTo: HISTORY_TO, minimums: MINIMUMS };
  const tables = [...mineInSlices(input)].filter((table) => table !== null);
  if (keep === 'keep') for (const table of tables) await store.replacePairings(shopId, table, HISTORY_TO);
  return tables;
}
