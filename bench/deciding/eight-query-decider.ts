import { decide } from './decided';
import { readByEightQueries } from './eight-queries';
import { runDecider } from './decide-in-batches';

/** Reads and decides each touch by itself, by the queries that one would write for a screen. */
await runDecider((prisma) => async (_shopId, claims, orders) => {
  const lines: string[] = [];
  for (const claim of claims) {
    const fetched = orders.get(claim.orderId);
    if (!fetched) throw new Error(`the order ${claim.orderId} was not told`);
    lines.push(decide(await readByEightQueries(prisma, claim, fetched)));
  }
  return lines;
});
