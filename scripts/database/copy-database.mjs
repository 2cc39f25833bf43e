import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { withDatabase } from '../database.mjs';

/**
 * A database of one's own: a copy of one that nothing is connected to.
 * @param {string} template its url
 * @param {string} prefix of the copy's name
 */
export async function copyDatabase(template, prefix) {
  const name = `${prefix}_${randomUUID()}`;
  const templateName = decodeURIComponent(new URL(template).pathname.slice(1));
  const [copy, original] = [pg.escapeIdentifier(name), pg.escapeIdentifier(templateName)];
  await run(template, `CREATE DATABASE ${copy} TEMPLATE ${original}`);
  const stop = () => run(template, `DROP DATABASE ${copy} WITH (FORCE)`);
  return { url: withDatabase(template, name), stop };
}

/**
 * From the server's own database: a template must have no session while it is copied.
 * @param {string} template
 * @param {string} sql
 */
async function run(template, sql) {
  const client = new pg.Client({ connectionString: withDatabase(template, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
