/**
 * What has to be there before a command can run. A step runs again when one of its inputs changed or its result is gone.
 * @type {Record<string, {title: string, program: string, args: string[], inputs: string[], result: string}>}
 */
export const STEPS = {
  'shopify-material': {
    title: "Fetching Shopify's schemas and webhook examples",
    program: 'scripts/shopify-material.mjs',
    args: [],
    inputs: ['scripts/shopify-material.mjs', 'scripts/shopify-material'],
    result: '.cache/shopify/webhooks',
  },
  'graphql-types': {
    title: 'Writing the types of the GraphQL operations',
    program: 'node_modules/@graphql-codegen/cli/cjs/bin.js',
    args: ['--config', 'codegen.ts'],
    inputs: [
      'codegen.ts',
      'app/adapters/shopify/operations',
      'app/adapters/shopify/storefront-operations',
      '.cache/prepared/shopify-material',
      'package-lock.json',
    ],
    result: 'generated/admin.generated.d.ts',
  },
  'prisma-client': {
    title: 'Generating the database client',
    program: 'node_modules/prisma/build/index.js',
    args: ['generate'],
    inputs: ['prisma/schema.prisma', 'package-lock.json'],
    result: 'node_modules/.prisma/client/schema.prisma',
  },
  build: {
    title: 'Building the web app',
    program: 'node_modules/@remix-run/dev/dist/cli.js',
    args: ['vite:build'],
    inputs: [
      'app',
      'bundling',
      'public',
      'remix.config.js',
      'vite.config.ts',
      'tsconfig.json',
      'package.json',
      'package-lock.json',
    ],
    result: 'build/server/index.js',
  },
};
