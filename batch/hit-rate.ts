import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countBuyers } from '#core/affinity/count-buyers';
import { tabulatePairs } from '#core/affinity/tabulate-pairs';
import {
  arrangePairs, countHits, countPopularHits, expectRandomHits, listTransitions,
} from './count-hits'; // prettier-ignore
import { monthsEarlier, parseDay } from './days';
import { indexSales } from './index-sales';
import { ENCORE, SIMPLE_RANKINGS } from './rankings';
import { readCountedSales } from './read-orders';

const USAGE = 'npm run --silent hit-rate -- --orders TRAIN_DIR --test TEST_DIR --as-of YYYY-MM-DD';
const WINDOW_MONTHS = 12;

/** Learns before a day and offers one product after every later order: prints how often the next order holds it. */
async function main(): Promise<void> {
  const { orders, test, asOf } = parseOptions(process.argv.slice(2));
  const train = await readCountedSales(orders, null);
  const later = test === orders ? train : await readCountedSales(test, null);
  const { index, productIds } = indexSales(train.sales, monthsEarlier(asOf, WINDOW_MONTHS), asOf);
  const learned = arrangePairs(productIds, tabulatePairs(index));
  const transitions = listTransitions(later.sales, asOf);
  if (transitions.length === 0)
    throw new Error(`no customer of ${test} has two orders from --as-of on; choose an earlier day`);
  const buyers = countBuyers(index);
  const lines: ReadonlyArray<readonly [string, number]> = [
    ['random', expectRandomHits(transitions, learned)],
    ['most popular', countPopularHits(transitions, learned, buyers)],
    ...[...SIMPLE_RANKINGS, ENCORE].map(
      ({ name, scoreOf }) =>
        [name, countHits(transitions, learned, (pair) => scoreOf(pair, index.allBuyers))] as const,
    ),
  ];
  for (const [name, hits] of lines) {
    const share = ((100 * hits) / transitions.length).toFixed(2);
    process.stdout.write(
      `${name.padEnd(26)}${share.padStart(6)} %  ${Math.round(hits)} of ${transitions.length}\n`,
    );
  }
}

function parseOptions(argv: ReadonlyArray<string>) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...argv], options: { orders: text, test: text, 'as-of': text } });
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const required = (name: keyof typeof values) => {
    const value = values[name];
    if (value === undefined) throw new Error(`--${name} is missing\n${USAGE}`);
    return value;
  };
  return {
    orders: resolve(from, required('orders')),
    test: resolve(from, required('test')),
    asOf: parseDay('--as-of', required('as-of')),
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
