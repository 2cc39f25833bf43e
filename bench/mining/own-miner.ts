import type { BasketColumns } from '#core/affinity/index-baskets';
import { mineInSlices } from '#core/affinity/mine-pairings';
import { measured } from '../measured';
import { readBaskets } from './basket-file';
import { listMinedPairs, MINIMUMS } from './mined-pairs';
import { writeNumbers } from './number-file';

/**
 * Mines a file of baskets with the app's own miner, grades included, and writes the pairs. Reading and writing are not
 * measured, nor is a smaller mining before: the runner goes from shop to shop, so that only its first meets cold code.
 */
const [warmUp = '', from = '', to = ''] = process.argv.slice(2);
mine(readBaskets(warmUp));
const baskets = readBaskets(from);
writeNumbers(to, await measured(() => mine(baskets)));

function mine(these: BasketColumns): ReadonlyArray<Int32Array> {
  return [...mineInSlices({ baskets: these, windowFrom: 0, windowTo: 1, minimums: MINIMUMS })]
    .filter((mined) => mined !== null)
    .map(listMinedPairs);
}
