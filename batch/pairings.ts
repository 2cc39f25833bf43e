import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify';
import { tabulatePairs } from '#core/affinity/tabulate-pairs';
import { endOfDay, monthsEarlier, parseDay } from './days';
import { indexSales } from './index-sales';
import { COLUMNS, pairingRow } from './pairing-row';
import { readCountedSales } from './read-orders';

const USAGE =
  'npm run --silent pairings -- --orders DIR [--as-of YYYY-MM-DD] [--window-months 12] [--products FILE] --out FILE.csv';

/** Counts the pairings of a folder of orders and writes a row for every ordered pair with enough common buyers. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const { sales, lastAt } = await readCountedSales(options.orders, options.products);
  if (sales.length === 0)
    process.stderr.write('warning: no sale has both a customer and a date, so there are no pairings\n');
  const asOf = options.asOf ?? (lastAt === null ? 0 : endOfDay(lastAt));
  const { index, productIds } = indexSales(sales, monthsEarlier(asOf, options.windowMonths), asOf);
  const pairs = tabulatePairs(index);
  // Whole or not at all: what was there stays until the new file is complete.
  const unfinished = `${options.out}.unfinished`;
  const rows = (function* () {
    yield COLUMNS;
    for (const pair of pairs) yield pairingRow(pair, productIds, index.allBuyers);
  })();
  try {
    await pipeline(Readable.from(rows), stringify(), createWriteStream(unfinished));
    await rename(unfinished, options.out);
  } finally {
    await rm(unfinished, { force: true });
  }
  process.stdout.write(`${options.out}: ${pairs.length} pairings of ${index.allBuyers} buyers\n`);
}

function parseOptions(argv: ReadonlyArray<string>) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { orders: text, 'as-of': text, 'window-months': text, products: text, out: text },
  });
  const from = process.env['INIT_CWD'] ?? process.cwd();
  if (values.orders === undefined) throw new Error(`--orders is missing: name a folder of orders\n${USAGE}`);
  if (values.out === undefined) throw new Error(`--out is missing: name the file to write\n${USAGE}`);
  const months = values['window-months'] ?? '12';
  if (!/^[1-9]\d{0,2}$/.test(months))
    throw new Error(`--window-months ${months} is not a number of months; write a whole one such as 12`);
  const asOf = values['as-of'];
  return {
    orders: resolve(from, values.orders),
    products: values.products === undefined ? null : resolve(from, values.products),
    out: resolve(from, values.out),
    asOf: asOf === undefined ? null : parseDay('--as-of', asOf),
    windowMonths: Number(months),
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
