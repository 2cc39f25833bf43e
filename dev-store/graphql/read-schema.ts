import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

const SCHEMA_FOLDER = '.cache/shopify';

const schemas = new Map<string, GraphQLSchema>();

/** Shopify's own schema, such as admin-2026-07, from the folder that set-up fills. Read when it is first needed. */
export function readSchema(name: string): GraphQLSchema {
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const path = `${SCHEMA_FOLDER}/${name}.graphql`;
  if (!existsSync(path)) throw new Error(`no schema at ${path}: run the set-up script, which fetches it`);
  const schema = buildSchema(readFileSync(path, 'utf8'), { assumeValidSDL: true, noLocation: true });
  schemas.set(name, schema);
  return schema;
}
