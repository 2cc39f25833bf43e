import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DOUBLE, DuckDBDataChunk, DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** Of an ordered pair, what SQL finds: the columns of the same names in a file of pairings. */
export const COUNTED = [
  'a', 'b', 'buyers_a', 'buyers_b', 'same_buyers', 'next_buyers', 'orders_together', 'same_confidence',
  'next_confidence', 'tier_same', 'tier_next',
] as const; // prettier-ignore

const CHUNK = 2048; // rows, DuckDB's own

/**
 * Counts, confidences and tiers by SQL alone, from the rows of the files as they are.
 * In: folder, window (local days). Out: rows of the counted columns, ascending by product ids.
 */
export async function countBySql(
  folder: string,
  window: { readonly from: string; readonly to: string },
): Promise<ReadonlyArray<string>> {
  const sql = await connect();
  const rows = (name: string) => {
    const file = join(folder, `${name}.csv.gz`);
    return existsSync(file) ? `read_csv('${file}', all_varchar = true, header = true)` : null;
  };
  // Not every folder tells merchandise from other things, nor even has this file.
  const none = `SELECT '' AS product_id, '1' AS is_merchandise WHERE false`;
  const known = rows('products');
  const products = known === null ? `(${none})` : `(FROM ${known} UNION ALL BY NAME ${none})`;
  await sql.run(`
    CREATE TABLE bought AS
    SELECT DISTINCT o.order_id, o.customer_id, o.created_at, l.product_id
    FROM ${rows('orders')} o JOIN ${rows('line_items')} l USING (order_id) LEFT JOIN ${products} p USING (product_id)
    WHERE o.kind = 'sale' AND o.customer_id <> '' AND o.created_at <> '' AND l.quantity::INTEGER > 0
      AND (coalesce(l.unit_price, '') = '' OR l.unit_price::DECIMAL(18, 6) > 0) AND coalesce(p.is_merchandise, '1') <> '0'
      AND o.created_at >= '${window.from}T00:00:00' AND o.created_at < '${window.to}T00:00:00'`);
  for (const statement of PREPARATION) await sql.run(statement);
  const pairs = await sql.runAndReadAll(PAIRS);
  return pairs.getRows().map((row) => row.join(' '));
}

/** Benjamini and Hochberg's adjusted values by SQL. In: p-values (fractions). Out: q-values in the same places. */
export async function adjustBySql(pValues: ReadonlyArray<number>): Promise<ReadonlyArray<number>> {
  const sql = await connect();
  await sql.run('CREATE TABLE tested (place DOUBLE, p DOUBLE)');
  const appender = await sql.createAppender('tested');
  for (let from = 0; from < pValues.length; from += CHUNK) {
    const chunk = DuckDBDataChunk.create([DOUBLE, DOUBLE]);
    chunk.setRows(pValues.slice(from, from + CHUNK).map((p, at) => [from + at, p]));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const adjusted = await sql.runAndReadAll(`
    SELECT least(1, min(p * tests / rank) OVER (ORDER BY rank DESC)) AS q
    FROM (SELECT place, p, row_number() OVER (ORDER BY p) AS rank, count(*) OVER () AS tests FROM tested)
    ORDER BY place`);
  return adjusted.getRows().map(([q]) => Number(q));
}

async function connect(): Promise<DuckDBConnection> {
  return (await DuckDBInstance.create(':memory:')).connect();
}

const PREPARATION = [
  `CREATE TABLE following AS
   SELECT order_id, lead(order_id) OVER (PARTITION BY customer_id ORDER BY created_at, order_id) AS next_id
   FROM (SELECT DISTINCT order_id, customer_id, created_at FROM bought)`,
  `CREATE TABLE buyer AS
   SELECT product_id, count(DISTINCT customer_id)::INTEGER AS buyers FROM bought GROUP BY 1`,
  `CREATE TABLE either AS
   SELECT a, b, count(*)::INTEGER AS same, sum(times)::INTEGER AS times FROM (
     SELECT x.product_id AS a, y.product_id AS b, x.customer_id, count(*) AS times
     FROM bought x JOIN bought y USING (order_id) WHERE x.product_id < y.product_id GROUP BY 1, 2, 3)
   GROUP BY 1, 2`,
  'CREATE TABLE together AS FROM either UNION ALL SELECT b, a, same, times FROM either',
  `CREATE TABLE after AS
   SELECT a, b, count(*)::INTEGER AS next FROM (
     SELECT DISTINCT x.product_id AS a, y.product_id AS b, x.customer_id
     FROM bought x JOIN following f USING (order_id) JOIN bought y ON y.order_id = f.next_id
     WHERE NOT EXISTS (FROM bought z WHERE z.order_id = x.order_id AND z.product_id = y.product_id))
   GROUP BY 1, 2`,
];

const tier = (support: string) => `
  CASE WHEN x.buyers < 20 OR ${support} < 5 THEN 'few_orders'
    WHEN ${support} * 10 >= x.buyers THEN 'strong' WHEN ${support} * 25 >= x.buyers THEN 'moderate' ELSE 'weak' END`;

const PAIRS = `
  SELECT a, b, x.buyers, y.buyers, same, next, times, same::DOUBLE / x.buyers, next::DOUBLE / x.buyers,
    ${tier('same')}, ${tier('next')}
  FROM (SELECT a, b, coalesce(same, 0) AS same, coalesce(next, 0) AS next, coalesce(times, 0) AS times
    FROM together FULL JOIN after USING (a, b)) AS pair
  JOIN buyer x ON x.product_id = a JOIN buyer y ON y.product_id = b
  WHERE same >= 5 OR next >= 5 ORDER BY a, b`;
