import type { PairNow } from '../affinity/pairing';
import { tierOf } from '../affinity/tier';
import type { Settings } from '../settings/settings';
import type { PairingSource } from './choose-offer';

/**
 * Rows are as of the last mining; orders and refunds have come in since. Only a tier that has changed by them makes
 * another decision, for nobody minds 211 buyers where the row says 210.
 * In: what is known, product numbers with their counts of this moment, thresholds. Out: the same object where the tier
 * still holds, the pairing has no row or the row is its category's; otherwise one whose row has the counts of this moment.
 */
export function recountPairing(
  known: PairingSource,
  pair: { readonly antecedent: number; readonly consequent: number; readonly now: PairNow },
  thresholds: Settings['affinity'],
): PairingSource {
  const row = known.rows.get(pair.antecedent);
  const at = row?.consequents.indexOf(pair.consequent) ?? -1;
  if (!row || at < 0 || row.learnedFrom !== undefined) return known;
  const { buyers, sameOrder, nextOrder } = pair.now;
  const { support } = known.table === 'same_order' ? sameOrder : nextOrder;
  if (tierOf(support, buyers, thresholds) === tierOf(row.support[at] ?? 0, row.buyers, thresholds))
    return known;
  const rows = new Map(known.rows);
  rows.set(pair.antecedent, { ...row, buyers, support: row.support.with(at, support) });
  return { ...known, rows };
}
