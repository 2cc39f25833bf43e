import { Client } from 'pg';
import { measured } from '../measured';
import { serverOf } from '../mining/server-of';

/** The sums behind one metric by a statement over all customers, as one would write it without kept sums. */
const [url = '', warmUp = '', shop = ''] = process.argv.slice(2);
const client = new Client({ connectionString: url });
await client.connect();
const sum = (shopId: string) =>
  client.query(
    `SELECT arm, count(*), sum("laterRevenueMinor"), sum("laterOrders"),
       sum("laterRevenueMinor"::float8 * "laterRevenueMinor"), sum("laterOrders"::float8 * "laterOrders"),
       sum("laterRevenueMinor"::float8 * "laterOrders")
     FROM "Outcome" WHERE "shopId" = $1 AND "horizonDays" = 90 GROUP BY arm`,
    [shopId],
  );
await sum(warmUp);
await measured(() => sum(shop), await serverOf(client));
await client.end();
