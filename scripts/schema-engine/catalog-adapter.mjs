import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';

// The engine reads catalog columns of the types "char" and name, and arrays of them, which the driver adapter cannot
// map. Each gets the object id of a type that it can map; a one-byte "char" is then announced as the character that
// the engine expects.
const TEXT = 25;
const TEXT_ARRAY = 1009;
const READ_AS = {
  18: TEXT,
  19: TEXT,
  22: TEXT,
  30: TEXT,
  194: TEXT,
  2205: TEXT,
  2206: TEXT,
  1002: TEXT_ARRAY,
  1003: TEXT_ARRAY,
};
const CHARACTER_COLUMN = { 18: 6, 1002: 70 };

/** Prisma's pg adapter, able to read PostgreSQL's catalog and to make the shadow database of `migrate dev` and `diff`. */
export class CatalogAdapter extends PrismaPg {
  /** @param {string} url */
  constructor(url) {
    const config = connectionConfig(url);
    super(config);
    this.connection = config;
  }

  async connect() {
    return readingCatalog(await super.connect());
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await super.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await new PrismaPg({ ...this.connection, database }).connect();
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await disconnect();
      await main.executeScript(`DROP DATABASE IF EXISTS "${database}"`);
      await main.dispose();
    };
    return readingCatalog(shadow);
  }
}

/** Parts instead of a connection string, in which pg would let the string's database win over `database`. */
function connectionConfig(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const tls = {
    require: { rejectUnauthorized: false },
    'no-verify': { rejectUnauthorized: false },
    'verify-full': true,
  };
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ssl: tls[searchParams.get('sslmode')] ?? false,
  };
}

function readingCatalog(queryable) {
  const reader = Object.create(queryable);
  reader.queryRaw = async (query) => {
    const characterColumns = [];
    const typed = Object.create(queryable);
    typed.performIO = async (statement) => {
      const result = await queryable.performIO(statement);
      result.fields.forEach((field, column) => {
        const asCharacter = CHARACTER_COLUMN[field.dataTypeID];
        if (asCharacter !== undefined) characterColumns.push([column, asCharacter]);
        field.dataTypeID = READ_AS[field.dataTypeID] ?? field.dataTypeID;
      });
      return result;
    };
    const rows = await queryable.queryRaw.call(typed, query);
    for (const [column, type] of characterColumns) rows.columnTypes[column] = type;
    return rows;
  };
  // The adapter cuts a script at every semicolon, also inside comments and function bodies; the server knows better.
  reader.executeScript = async (script) => {
    await queryable.client.query(script).catch((error) => queryable.onError(error));
  };
  if (queryable.startTransaction) {
    reader.startTransaction = async (...args) => readingCatalog(await queryable.startTransaction(...args));
  }
  return reader;
}
