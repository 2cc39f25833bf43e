import type { PairNow, PairingTable } from '../affinity/pairing';
import { tierOf } from '../affinity/tier';
import type { Settings } from '../settings/settings';
import type { PairingSource } from './choose-offer';

/**
 * Whether a pairing has fallen out of the tier, or risen from the one, that its row gives it: rows are as of the last
 * mining, orders and refunds have come in since. Nobody minds 211 buyers where the row says 210.
 * In: what is known, product numbers with their counts of this moment, thresholds. Out: false as well where the pairing has
 * no row of its own (the row of its category says nothing of one product).
 */
export function hasChangedTier(
  { table, rows }: PairingSource,
  pair: { readonly antecedent: number; readonly consequent: number; readonly now: PairNow },
  thresholds: Settings['affinity'],
): boolean {
  const row = rows.get(pair.antecedent);
  const at = row?.consequents.indexOf(pair.consequent) ?? -1;
  if (!row || at < 0 || row.learnedFrom !== undefined) return false;
  const now = tierOf(supportOf(pair.now, table), pair.now.buyers, thresholds);
  return now !== tierOf(row.support[at] ?? 0, row.buyers, thresholds);
}

/**
 * A whole row with the counts of this moment, for its pairings compete with each other.
 * In: what is known, an antecedent with a row, the counts of each of its consequents. Out: the same with that row anew.
 */
export function recountRow(
  known: PairingSource,
  antecedent: number,
  now: ReadonlyArray<PairNow>,
): PairingSource {
  const row = known.rows.get(antecedent);
  const [first] = now;
  if (!row || !first) return known;
  const support = now.map((pair) => supportOf(pair, known.table));
  return {
    ...known,
    rows: new Map([...known.rows, [antecedent, { ...row, buyers: first.buyers, support }]]),
  };
}

function supportOf({ sameOrder, nextOrder }: PairNow, table: PairingTable): number {
  return table === 'same_order' ? sameOrder.support : nextOrder.support;
}
