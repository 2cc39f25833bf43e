import { Client } from 'pg';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { orderMethods } from '#adapters/database/orders';
import type { RecordedOrder } from '#flows/records';
import { measured } from '../measured';
import { HISTORY_TO } from '../mining/fill-shop';
import { serverOf } from '../mining/server-of';
import { newOrders, recordedOrder } from './new-orders';

/**
 * Keeps orders that come in, through the app's own store, and says what that took, the server's time included. The first
 * ones are not measured. `wide`: instead of many orders one of so many products.
 */
const [url = '', shop = '', products = '', people = '', orders = '', batch = '', lot = '', wide = ''] =
  process.argv.slice(2);
const WARM_UP = 500;
const client = new Client({ connectionString: url });
await client.connect();
const prisma = createPrisma({ connectionString: url, connections: 2 });
const store = orderMethods(prisma);

const all = newOrders({
  products: Number(products),
  people: Number(people),
  orders: WARM_UP + Number(orders),
  lot: Number(lot),
});
await record(all.slice(0, WARM_UP));
const order = { orderId: `wide-${lot}`, customerId: `wide-${lot}`, at: HISTORY_TO + Number(lot) };
const wideBasket = Array.from({ length: Number(wide) }, (_, product) => product);
const wanted = wide === '' ? all.slice(WARM_UP) : [recordedOrder(wideBasket, order)];
await measured(() => record(wanted), await serverOf(client));
await client.end();
await closeConnections(prisma);

async function record(list: ReadonlyArray<RecordedOrder>): Promise<void> {
  for (let start = 0; start < list.length; start += Number(batch))
    await store.recordOrders(shop, list.slice(start, start + Number(batch)));
}
