import { parseArgs } from 'node:util';

export type DemoOptions = {
  readonly isFresh: boolean; // start over
  readonly port: number | null; // of the local admin page; null = the one it had, or a usual one
  readonly opensBrowser: boolean;
  readonly ordersFolder: string | null; // null = the generated demo store
};

const USAGE = 'npm run demo -- [--fresh] [--port N] [--no-open] [--orders DIR]';

/** Reads the command line. Throws an Error that names what was wrong, the value and the remedy. */
export function parseDemoOptions(argv: ReadonlyArray<string>): DemoOptions {
  const { fresh, port, 'no-open': noOpen, orders } = readValues(argv);
  return {
    isFresh: fresh,
    port: port === undefined ? null : readPort(port),
    opensBrowser: !noOpen,
    ordersFolder: orders ?? null,
  };
}

function readValues(argv: ReadonlyArray<string>) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        orders: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`--port ${text} is not a port: give a number from 1 to 65535, for example --port 4567`);
}
