import { parseArgs } from 'node:util';
import { requireDay } from './require-day';

export type SimulationOptions = {
  readonly source:
    | { readonly kind: 'orders'; readonly directory: string }
    | { readonly kind: 'store'; readonly name: 'demo' };
  readonly historyUntil: string | null; // a local day; the simulation begins at its midnight
  readonly to: string | null; // a local day; nothing runs at or past its midnight
  readonly settingsFile: string | null;
  readonly out: string;
};

const USAGE =
  'npm run simulate -- (--orders DIR | --store demo) [--history-until YYYY-MM-DD] [--to YYYY-MM-DD] [--settings FILE.json] --out DIR';

/** Reads the command line. Throws an Error that names what was wrong, the value and the remedy. */
export function parseOptions(argv: ReadonlyArray<string>): SimulationOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      orders: { type: 'string' },
      store: { type: 'string' },
      'history-until': { type: 'string' },
      to: { type: 'string' },
      settings: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if ((values.orders === undefined) === (values.store === undefined)) {
    throw new Error(`name one source of orders, --orders DIR or --store demo\n${USAGE}`);
  }
  if (values.store !== undefined && values.store !== 'demo') {
    throw new Error(`--store ${values.store} is not known; the generated store is called demo`);
  }
  if (values.out === undefined) throw new Error(`--out is missing: name the folder to write to\n${USAGE}`);
  return {
    source:
      values.orders === undefined
        ? { kind: 'store', name: 'demo' }
        : { kind: 'orders', directory: values.orders },
    historyUntil: day('--history-until', values['history-until']),
    to: day('--to', values.to),
    settingsFile: values.settings ?? null,
    out: values.out,
  };
}

function day(option: string, value: string | undefined): string | null {
  return value === undefined ? null : requireDay(option, value);
}
