import { Client } from 'pg';
import { measured } from '../measured';
import { HISTORY_FROM, HISTORY_TO } from './fill-shop';
import { MINIMUMS, PAIR_COLUMNS } from './mined-pairs';
import { writeNumbers } from './number-file';
import { serverOf } from './server-of';

/**
 * Mines a shop's orders, as the app keeps them, by PostgreSQL alone: unfolded into line items first, then joined with
 * themselves, with 1 GB of work_mem. A smaller shop before is not measured.
 */
const [url = '', warmUp = '', shop = '', to = ''] = process.argv.slice(2);
const client = new Client({ connectionString: url });
await client.connect();
await client.query(`SET work_mem = '1GB'; SET jit = off`);
await mine(warmUp);
await measured(() => mine(shop), await serverOf(client));
const { rows } = await client.query<number[]>({
  text: `SELECT ${PAIR_COLUMNS.join(', ')} FROM pair ORDER BY next, a, b`,
  rowMode: 'array',
});
writeNumbers(to, [Int32Array.from(rows.flat())]);
await client.end();

async function mine(shopId: string): Promise<void> {
  await client.query('DROP TABLE IF EXISTS line, buyer, same, following, after, pair');
  for (const statement of mineStatements(client.escapeLiteral(shopId))) await client.query(statement);
}

function mineStatements(shop: string): ReadonlyArray<string> {
  const { minimumBuyers, minimumSupport } = MINIMUMS;
  const day = (at: number) => new Date(at).toISOString();
  return [
    `CREATE TEMP TABLE line AS
     SELECT o."orderId"::bigint AS "order", o."confirmedAt" AS at, p.number AS person, product
     FROM "Order" o JOIN "Person" p ON p."shopId" = o."shopId" AND p."personId" = o."personId",
       unnest(o.basket) AS product
     WHERE o."shopId" = ${shop} AND o."confirmedAt" >= '${day(HISTORY_FROM)}' AND o."confirmedAt" < '${day(HISTORY_TO)}'`,
    'ANALYZE line',
    `CREATE TEMP TABLE buyer AS
     SELECT product, count(*)::int AS buyers
     FROM (SELECT DISTINCT product, person FROM line) AS each GROUP BY 1`,
    `CREATE TEMP TABLE same AS
     SELECT a, b, count(*)::int AS support FROM (
       SELECT DISTINCT x.product AS a, y.product AS b, x.person
       FROM line x JOIN line y USING ("order") WHERE x.product < y.product) AS each
     GROUP BY 1, 2 HAVING count(*) >= ${minimumSupport}`,
    `CREATE TEMP TABLE following AS
     SELECT "order", lead("order") OVER (PARTITION BY person ORDER BY at, "order") AS then_order
     FROM (SELECT DISTINCT "order", person, at FROM line) AS every`,
    `CREATE TEMP TABLE after AS
     SELECT a, b, count(*)::int AS support FROM (
       SELECT DISTINCT x.product AS a, y.product AS b, x.person
       FROM line x JOIN following f USING ("order") JOIN line y ON y."order" = f.then_order
       WHERE NOT EXISTS (
         SELECT FROM line z WHERE z."order" = x."order" AND z.product = y.product)) AS each
     GROUP BY 1, 2 HAVING count(*) >= ${minimumSupport}`,
    `CREATE TEMP TABLE pair AS
     SELECT next, a, b, support, buyers, CASE WHEN place <= 10 THEN place ELSE 0 END::int AS place
     FROM (SELECT *, row_number() OVER (PARTITION BY next, a ORDER BY support DESC, b) AS place
       FROM (SELECT 0 AS next, a, b, support FROM same UNION ALL SELECT 0, b, a, support FROM same
         UNION ALL SELECT 1, a, b, support FROM after) AS every JOIN buyer ON product = a
       WHERE buyers >= ${minimumBuyers}) AS placed`,
  ];
}
