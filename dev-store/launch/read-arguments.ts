import { parseArgs } from 'node:util';
import type { Instant } from '../model';

const STORE_NAMES = ['demo', 'tiny', 'empty'] as const;

export type StoreName = (typeof STORE_NAMES)[number];

export type StoreArguments = {
  readonly port: number;
  readonly appUrl: string;
  readonly storeNames: ReadonlyArray<StoreName>;
  readonly ordersFolder: string | null;
  readonly clock: Instant | null;
  readonly historyUntil: Instant | null;
  readonly journalPath: string | undefined;
  readonly isConducted: boolean;
};

/** Reads the command line. Throws with the value and the remedy for everything that is wrong. */
export function readArguments(argv: ReadonlyArray<string>): StoreArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '0' },
      'app-url': { type: 'string' },
      store: { type: 'string', multiple: true, default: [] },
      orders: { type: 'string' },
      clock: { type: 'string' },
      'history-until': { type: 'string' },
      journal: { type: 'string' },
      conducted: { type: 'boolean', default: false },
    },
  });
  const appUrl = values['app-url'];
  if (appUrl === undefined)
    throw new Error('--app-url is missing: give the address of the app, such as http://localhost:3000');
  if (values.store.length === 0 && values.orders === undefined) {
    throw new Error(`no store is named: add --store ${STORE_NAMES.join(' or --store ')}, or --orders DIR`);
  }
  return {
    port: Number(values.port),
    appUrl,
    storeNames: values.store.map(readStoreName),
    ordersFolder: values.orders ?? null,
    clock: readTime('--clock', values.clock),
    historyUntil: readTime('--history-until', values['history-until']),
    journalPath: values.journal,
    isConducted: values.conducted,
  };
}

function readStoreName(name: string): StoreName {
  const known = STORE_NAMES.find((candidate) => candidate === name);
  if (known === undefined) throw new Error(`--store ${name} does not exist: use ${STORE_NAMES.join(', ')}`);
  return known;
}

function readTime(option: string, text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw new Error(`${option} ${text} is not a time: write it as 2026-11-01T09:00:00Z`);
  return time;
}
