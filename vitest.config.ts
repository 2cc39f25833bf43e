import { defineConfig } from 'vitest/config';

const testsBelow = (folders: string) => `tests/${folders}/**/*.test.{ts,tsx}`;
/** Tests below these folders may ask for a database; a run of others starts none. */
const WITH_DATABASE = [testsBelow('{flows,runner,scripts,batch}'), testsBelow('adapters/{database,jobs}')];
/** These too, and the web app that they ask builds its tools once in a process, from the environment. */
const OF_ROUTES = testsBelow('routes');

const setupFiles = ['tests/support/fail-on-console-error.ts', 'tests/support/fail-on-outgoing-connection.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2, // much of a test is waiting for the database; one worker would leave a core of two idle
    projects: [
      {
        test: {
          name: 'pure',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...WITH_DATABASE, OF_ROUTES],
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
          // Each file has a database of its own; reading the app anew for each would take longer than most of them.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'routes',
          include: [OF_ROUTES],
          globalSetup: 'tests/support/global-setup.ts',
          setupFiles,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
