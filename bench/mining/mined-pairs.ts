import type { PairingMining } from '#core/affinity/pairing';
import { readNumbers } from './number-file';

/** Fewest buyers of an antecedent and of a pair, for everybody who takes part: the defaults of the settings. */
export const MINIMUMS = { minimumBuyers: 20, minimumSupport: 5 };
const TOP = 10;

/** Table (0 same order, 1 next order), antecedent, consequent, distinct buyers of both and of the antecedent, place 1 to 10
 * among the antecedent's by buyers, then number; 0 behind these. */
export const PAIR_COLUMNS = ['next', 'a', 'b', 'support', 'buyers', 'place'] as const;
const WIDTH = PAIR_COLUMNS.length;

/** In: one table as mined. Out: its pairs as rows of whole numbers, ascending by antecedent, then consequent. */
export function listMinedPairs({ table, rows }: PairingMining): Int32Array {
  const pairs = new Int32Array(WIDTH * rows.reduce((sum, { consequents }) => sum + consequents.length, 0));
  const next = table === 'same_order' ? 0 : 1;
  let filled = 0;
  for (const { antecedent, buyers, consequents, support } of rows) {
    const places = topPlaces(support);
    for (let at = 0; at < consequents.length; at += 1) {
      pairs[filled++] = next;
      pairs[filled++] = antecedent;
      pairs[filled++] = consequents[at] ?? 0;
      pairs[filled++] = support[at] ?? 0;
      pairs[filled++] = buyers;
      pairs[filled++] = places[at] ?? 0;
    }
  }
  return pairs;
}

/** Place 1 to 10 of the largest, the earlier of equal ones first; 0 for all others. A long list is not sorted for ten. */
function topPlaces(support: ReadonlyArray<number>): Uint8Array {
  const top: number[] = [];
  for (let at = 0; at < support.length; at += 1) {
    const buyers = support[at] ?? 0;
    if (top.length === TOP && buyers <= (support[top[TOP - 1] ?? 0] ?? 0)) continue;
    let place = Math.min(top.length, TOP - 1);
    for (; place > 0 && (support[top[place - 1] ?? 0] ?? 0) < buyers; place -= 1)
      top[place] = top[place - 1] ?? 0;
    top[place] = at;
  }
  const places = new Uint8Array(support.length);
  top.forEach((at, place) => (places[at] = place + 1));
  return places;
}

/** In: two files of pairs. Out: how many pairs are in one and not, or not alike, in the other; how many there are. */
export function comparePairs(
  file: string,
  other: string,
): { readonly differences: number; readonly pairs: number } {
  const [mine, theirs] = [readPairs(file), readPairs(other)];
  const differences = [...mine].filter((pair) => !theirs.has(pair)).length;
  return {
    differences: differences + [...theirs].filter((pair) => !mine.has(pair)).length,
    pairs: mine.size,
  };
}

function readPairs(file: string): ReadonlySet<string> {
  const numbers = readNumbers(file);
  const pairs = new Set<string>();
  for (let at = 0; at < numbers.length; at += WIDTH) pairs.add(numbers.subarray(at, at + WIDTH).join(' '));
  return pairs;
}
