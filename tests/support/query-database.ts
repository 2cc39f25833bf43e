import { Client, type QueryResultRow } from 'pg';

/** One statement on a connection of its own. In: database, SQL, its values. Out: the rows. */
export async function queryDatabase<Row extends QueryResultRow>(
  databaseUrl: string,
  sql: string,
  values: ReadonlyArray<unknown> = [],
): Promise<ReadonlyArray<Row>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
