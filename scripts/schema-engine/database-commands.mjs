import pg from 'pg';
import { logLine } from './engine-log.mjs';

const ERROR_CODES = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1000' };
const UNREACHABLE = 'P1001';
const DATABASE_EXISTS = '42P04';

/**
 * The engine's sub-commands that handle whole databases.
 * @param {string | undefined} command
 * @param {string} url
 * @returns {Promise<number>} the exit code
 */
export async function runDatabaseCommand(command, url) {
  const target = new URL(url);
  const database = decodeURIComponent(target.pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  logLine('INFO', { message: 'Starting schema engine CLI' });
  try {
    switch (command) {
      case 'can-connect-to-database':
        await query(target, 'SELECT 1');
        return 0;
      case 'create-database':
        await query(maintenance, `CREATE DATABASE ${pg.escapeIdentifier(database)}`).catch((error) => {
          if (error.code !== DATABASE_EXISTS) throw error;
        });
        return 0;
      case 'drop-database':
        await query(maintenance, `DROP DATABASE ${pg.escapeIdentifier(database)}`);
        logLine('INFO', { message: 'The database was successfully dropped.' });
        return 0;
      default:
        throw new Error(`the schema engine has no command "${command}"`);
    }
  } catch (error) {
    const code = ERROR_CODES[error.code] ?? UNREACHABLE;
    logLine('ERROR', {
      is_panic: false,
      error_code: code,
      message: describe(error, code, target.host, database),
    });
    return 1;
  }
}

function describe(error, code, host, database) {
  if (code === 'P1003')
    return `Database \`${database}\` does not exist on the database server at \`${host}\`.`;
  return `Can't reach or log in to the database server at \`${host}\`: ${error.message}`;
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
