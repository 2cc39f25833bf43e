import type { Instant, StoreSeed } from '../model';
import { buildDemoStore } from '../stores/demo-store';
import { buildEmptyStore } from '../stores/empty-store';
import { loadOrdersFolder } from '../stores/load-orders-folder';
import { buildTinyStore } from '../stores/tiny-store';
import type { StoreArguments, StoreName } from './read-arguments';

const DEMO_SEED = 1;

/** The stores that the command line names. Generated ones have their history up to `historyUntil`. */
export async function openSeeds(
  { storeNames, ordersFolder }: StoreArguments,
  historyUntil: Instant,
): Promise<ReadonlyArray<StoreSeed>> {
  const generated = storeNames.map((name) => buildStore(name, historyUntil));
  if (ordersFolder === null) return generated;
  const { seed, warnings } = await loadOrdersFolder(ordersFolder);
  for (const warning of warnings) process.stderr.write(`${ordersFolder}: ${warning}\n`);
  return [...generated, seed];
}

function buildStore(name: StoreName, historyUntil: Instant): StoreSeed {
  if (name === 'demo') return buildDemoStore({ seed: DEMO_SEED, until: historyUntil }).seed;
  return name === 'tiny' ? buildTinyStore(historyUntil) : buildEmptyStore(historyUntil);
}
