import { defineConfig } from 'vitest/config';

/** Tests below these folders may ask for a database; a run of others starts none. */
const WITH_DATABASE = [
  'tests/{flows,routes,runner,scripts,batch}/**',
  'tests/adapters/{database,jobs}/**',
].map((folder) => `${folder}/*.test.{ts,tsx}`);

const setupFiles = ['tests/support/fail-on-console-error.ts', 'tests/support/fail-on-outgoing-connection.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2, // much of a test is waiting for the database; one worker would leave a core of two idle
    projects: [
      {
        test: {
          name: 'pure',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...WITH_DATABASE],
          setupFiles,
          // Nothing here changes what the next file finds, and most files take less time than a process of their own.
          isolate: false,
          // Linting and cruising fixtures on a loaded two-core machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: WITH_DATABASE,
          globalSetup: 'tests/support/global-setup.ts',
          setupFiles,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
