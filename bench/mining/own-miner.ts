import { mineInSlices } from '#core/affinity/mine-pairings';
import { measured } from '../measured';
import { readBaskets } from './basket-file';
import { listMinedPairs, MINIMUMS } from './mined-pairs';
import { writeNumbers } from './number-file';

/** Mines a file of baskets with the app's own miner, grades included, and writes the pairs. Reading and writing are not measured. */
const [from = '', to = ''] = process.argv.slice(2);
const baskets = readBaskets(from);
const tables = await measured(() =>
  [...mineInSlices({ baskets, windowFrom: 0, windowTo: 1, minimums: MINIMUMS })]
    .filter((mined) => mined !== null)
    .map(listMinedPairs),
);
writeNumbers(to, tables);
