import { existsSync } from 'node:fs';
import { ApiType, pluckConfig, preset } from '@shopify/api-codegen-preset';

const ADMIN_SCHEMA = '.cache/shopify/admin-2026-07.graphql';
const STOREFRONT_SCHEMA = '.cache/shopify/storefront-2026-10.graphql'; // the oldest that the schema's source holds

for (const schema of [ADMIN_SCHEMA, STOREFRONT_SCHEMA]) {
  if (!existsSync(schema)) throw new Error(`${schema} is missing: run the set-up script, which fetches it`);
}

// Only what the operations use: the whole API would be forty times as much for the compiler to read.
const typesConfig = {
  onlyOperationTypes: true,
  enumsAsTypes: true,
  defaultScalarType: 'string',
  scalars: { JSON: 'unknown' },
};

const ADMIN_DOCUMENTS = ['app/adapters/shopify/operations/*.ts'];
const STOREFRONT_DOCUMENTS = ['app/adapters/shopify/storefront-operations/*.ts'];

const config = {
  pluckConfig,
  generates: {
    'generated/admin.types.d.ts': {
      schema: ADMIN_SCHEMA,
      documents: ADMIN_DOCUMENTS,
      plugins: ['typescript'],
      config: typesConfig,
    },
    'generated/admin.generated.d.ts': {
      schema: ADMIN_SCHEMA,
      documents: ADMIN_DOCUMENTS,
      preset,
      presetConfig: { apiType: ApiType.Admin },
    },
    'generated/storefront.types.d.ts': {
      schema: STOREFRONT_SCHEMA,
      documents: STOREFRONT_DOCUMENTS,
      plugins: ['typescript'],
      config: typesConfig,
    },
    'generated/storefront.generated.d.ts': {
      schema: STOREFRONT_SCHEMA,
      documents: STOREFRONT_DOCUMENTS,
      preset,
      presetConfig: { apiType: ApiType.Storefront },
    },
  },
};

export default config;
