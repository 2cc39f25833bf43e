import { DuckDBDataChunk, DuckDBInstance, INTEGER, type DuckDBConnection } from '@duckdb/node-api';
import type { BasketColumns } from '#core/affinity/index-baskets';
import { measured } from '../measured';
import { readBaskets } from './basket-file';
import { MINIMUMS, PAIR_COLUMNS } from './mined-pairs';
import { writeNumbers } from './number-file';

const CHUNK = 2048; // rows, DuckDB's own

/**
 * Mines a file of baskets with DuckDB in this process, on as many threads as it likes, and writes the pairs. Its table of
 * line items is filled before; filling and writing are not measured, nor is a smaller mining before.
 */
const [warmUp = '', from = '', to = ''] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const mine = async () => {
  for (const statement of mineStatements()) await connection.run(statement);
};
await fill(connection, readBaskets(warmUp));
await mine();
await fill(connection, readBaskets(from));
await measured(mine);
const rows = await connection.runAndReadAll(
  `SELECT ${PAIR_COLUMNS.join(', ')} FROM pair ORDER BY next, a, b`,
);
writeNumbers(to, [Int32Array.from(rows.getRows().flat(), Number)]);

async function fill(
  into: DuckDBConnection,
  { persons, products: { starts, items } }: BasketColumns,
): Promise<void> {
  await into.run('CREATE OR REPLACE TABLE line ("order" INTEGER, person INTEGER, product INTEGER)');
  const appender = await into.createAppender('line');
  let rows: number[][] = [];
  const flush = () => {
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, INTEGER]);
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
    rows = [];
  };
  persons.forEach((person, order) => {
    for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
      rows.push([order, person, items[at] ?? 0]);
      if (rows.length === CHUNK) flush();
    }
  });
  flush();
  appender.closeSync();
}

/** Each the fastest of the ways tried: DISTINCT inside of the count, not before it; arrivals listed first. */
function mineStatements(): ReadonlyArray<string> {
  const { minimumBuyers, minimumSupport } = MINIMUMS;
  return [
    'CREATE OR REPLACE TEMP TABLE buyer AS SELECT product, count(DISTINCT person)::INTEGER AS buyers FROM line GROUP BY 1',
    `CREATE OR REPLACE TEMP TABLE same AS
     SELECT x.product AS a, y.product AS b, count(DISTINCT x.person)::INTEGER AS support
     FROM line x JOIN line y USING ("order") WHERE x.product < y.product
     GROUP BY 1, 2 HAVING count(DISTINCT x.person) >= ${minimumSupport}`,
    `CREATE OR REPLACE TEMP TABLE following AS
     SELECT * FROM (SELECT "order", lead("order") OVER (PARTITION BY person ORDER BY "order") AS then_order
       FROM (SELECT DISTINCT "order", person FROM line)) WHERE then_order IS NOT NULL`,
    `CREATE OR REPLACE TEMP TABLE after AS
     SELECT a, b, count(*)::INTEGER AS support FROM (
       SELECT DISTINCT x.product AS a, y.product AS b, x.person
       FROM line x JOIN following f ON f."order" = x."order" JOIN line y ON y."order" = f.then_order
       WHERE NOT EXISTS (FROM line z WHERE z."order" = x."order" AND z.product = y.product))
     GROUP BY 1, 2 HAVING count(*) >= ${minimumSupport}`,
    `CREATE OR REPLACE TEMP TABLE pair AS
     SELECT next, a, b, support, buyers, CASE WHEN place <= 10 THEN place ELSE 0 END::INTEGER AS place
     FROM (SELECT *, row_number() OVER (PARTITION BY next, a ORDER BY support DESC, b) AS place
       FROM (SELECT 0 AS next, a, b, support FROM same UNION ALL SELECT 0, b, a, support FROM same
         UNION ALL SELECT 1, a, b, support FROM after) JOIN buyer ON product = a
       WHERE buyers >= ${minimumBuyers})`,
  ];
}
