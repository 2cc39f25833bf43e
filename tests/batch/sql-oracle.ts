import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';

export type OraclePair = {
  readonly a: string;
  readonly b: string;
  readonly buyers_a: number;
  readonly buyers_b: number;
  readonly same_buyers: number;
  readonly next_buyers: number;
  readonly orders_together: number;
  readonly tier_same: string;
  readonly tier_next: string;
};

const CHUNK = 20_000;

/** The same counts by SQL alone, from the rows of the files as they are. In: database, folder, window (local days). */
export async function countBySql(
  databaseUrl: string,
  folder: string,
  window: { readonly from: string; readonly to: string },
): Promise<ReadonlyArray<OraclePair>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`SET work_mem = '512MB'`);
    // Only to load less: which of them count is the business of SQL.
    const orders = readRows(folder, 'orders').filter(
      ({ created_at: at = '' }) => at >= window.from && at < `${window.to}T`,
    );
    const ids = new Set(orders.map(({ order_id: id }) => id));
    const lines = readRows(folder, 'line_items').filter(({ order_id: id }) => ids.has(id));
    await load(client, 'orders', ['order_id', 'customer_id', 'created_at', 'kind'], orders);
    await load(client, 'line_items', ['order_id', 'product_id', 'quantity', 'unit_price'], lines);
    await load(client, 'products', ['product_id', 'is_merchandise'], readRows(folder, 'products'));
    await client.query(COUNTED, [window.from, window.to]);
    for (const statement of PREPARATION) await client.query(statement);
    return (await client.query<OraclePair>(PAIRS)).rows;
  } finally {
    await client.end();
  }
}

type Row = Readonly<Record<string, string>>;

function readRows(folder: string, name: string): ReadonlyArray<Row> {
  const file = join(folder, `${name}.csv.gz`);
  return existsSync(file) ? parse(gunzipSync(readFileSync(file)), { columns: true, bom: true }) : [];
}

async function load(
  client: Client,
  name: string,
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<Row>,
): Promise<void> {
  await client.query(`CREATE TEMP TABLE ${name} (${columns.map((column) => `${column} text`).join(', ')})`);
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK);
    const values = columns.map((column) => chunk.map((row) => row[column] ?? ''));
    const lists = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
    await client.query(`INSERT INTO ${name} SELECT * FROM unnest(${lists})`, values);
  }
}

const COUNTED = `
  CREATE TEMP TABLE bought AS
  SELECT DISTINCT o.order_id, o.customer_id, o.created_at, l.product_id
  FROM orders o JOIN line_items l USING (order_id) LEFT JOIN products p USING (product_id)
  WHERE o.kind = 'sale' AND o.customer_id <> '' AND o.created_at <> '' AND l.quantity::int > 0
    AND (l.unit_price = '' OR l.unit_price::numeric > 0) AND coalesce(p.is_merchandise, '1') <> '0'
    AND o.created_at >= $1 || 'T00:00:00' AND o.created_at < $2 || 'T00:00:00'`;

const PREPARATION = [
  'ANALYZE bought', // nobody else looks at tables of one session
  `CREATE TEMP TABLE following AS
   SELECT order_id, lead(order_id) OVER (
     PARTITION BY customer_id ORDER BY created_at COLLATE "C", order_id COLLATE "C") AS next_id
   FROM (SELECT DISTINCT order_id, customer_id, created_at FROM bought) AS every`,
  'ANALYZE following',
  `CREATE TEMP TABLE buyer AS
   SELECT product_id, count(DISTINCT customer_id)::int AS buyers FROM bought GROUP BY 1`,
  `CREATE TEMP TABLE together AS
   SELECT a, b, count(*)::int AS same, sum(times)::int AS times FROM (
     SELECT x.product_id AS a, y.product_id AS b, x.customer_id, count(*) AS times
     FROM bought x JOIN bought y USING (order_id) WHERE x.product_id <> y.product_id GROUP BY 1, 2, 3) AS each
   GROUP BY 1, 2`,
  `CREATE TEMP TABLE after AS
   SELECT a, b, count(*)::int AS next FROM (
     SELECT DISTINCT x.product_id AS a, y.product_id AS b, x.customer_id
     FROM bought x JOIN following f USING (order_id) JOIN bought y ON y.order_id = f.next_id
     WHERE NOT EXISTS (SELECT FROM bought z WHERE z.order_id = x.order_id AND z.product_id = y.product_id)) AS each
   GROUP BY 1, 2`,
];

const tier = (support: string) => `
  CASE WHEN x.buyers < 20 OR ${support} < 5 THEN 'few_orders'
    WHEN ${support} * 10 >= x.buyers THEN 'strong' WHEN ${support} * 25 >= x.buyers THEN 'moderate' ELSE 'weak' END`;

const PAIRS = `
  SELECT a, b, x.buyers AS buyers_a, y.buyers AS buyers_b, same AS same_buyers, next AS next_buyers,
    times AS orders_together, ${tier('same')} AS tier_same, ${tier('next')} AS tier_next
  FROM (SELECT a, b, coalesce(same, 0) AS same, coalesce(next, 0) AS next, coalesce(times, 0) AS times
    FROM together FULL JOIN after USING (a, b)) AS pair
  JOIN buyer x ON x.product_id = a JOIN buyer y ON y.product_id = b
  WHERE same >= 5 OR next >= 5 ORDER BY a COLLATE "C", b COLLATE "C"`;
