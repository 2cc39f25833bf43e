import { createDatabaseStore } from '#adapters/database/database-store';
import { loadDueTouches } from '#flows/load-due-touches';
import { decide } from './decided';
import { NOW } from './fill-deciding-shop';
import { runDecider } from './decide-in-batches';

/** Reads and decides a batch as the runner does, the platform's answer being there already, and without sending. */
await runDecider((prisma) => {
  const store = createDatabaseStore({ prisma, enqueue: async () => {} });
  return async (shopId, claims, orders) => {
    const fetchOrders = async (_shopId: string, ids: ReadonlyArray<string>) =>
      ids.flatMap((id) => orders.get(id) ?? []);
    const touches = await loadDueTouches({ store, admin: { fetchOrders } }, shopId, claims, NOW);
    return touches.map(decide);
  };
});
