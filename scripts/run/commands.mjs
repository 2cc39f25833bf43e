const EVERYTHING = ['shopify-material', 'graphql-types', 'prisma-client', 'build'];

/** The npm scripts: the program of each (none when all is done with the preparation) and the steps of preparation that it needs, in their order. */
export const COMMANDS = {
  build: { entry: null, needs: EVERYTHING },
  test: { entry: 'scripts/test.mjs', needs: EVERYTHING },
  check: { entry: 'scripts/check.mjs', needs: ['shopify-material', 'graphql-types', 'prisma-client'] },
  demo: { entry: 'demo/main.ts', needs: EVERYTHING },
  simulate: { entry: 'simulate/main.ts', needs: EVERYTHING },
  pairings: { entry: 'batch/pairings.ts', needs: [] },
  'hit-rate': { entry: 'batch/hit-rate.ts', needs: [] },
  lift: { entry: 'batch/lift.ts', needs: [] },
  bench: { entry: 'bench/main.ts', needs: EVERYTHING },
  pictures: { entry: 'browser/take-pictures.ts', needs: EVERYTHING },
};
