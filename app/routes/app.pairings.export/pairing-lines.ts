import { toIso, type Instant } from '#core/shared/time';
import type { PairingView } from '#flows/list-pairings';
import type { CsvTable } from '../../csv-answer.server';

/**
 * Pairings as a file that an import takes as it is: counts are distinct buyers, rates fractions, times UTC. `use` is what
 * becomes of a pairing, `own_use` what the merchant decided.
 */
export function pairingLines(rows: ReadonlyArray<PairingView>): CsvTable {
  return {
    headings: [
      'table', 'bought_id', 'bought', 'recommended_id', 'recommended', 'standing', 'use', 'evidence', 'common_buyers',
      'buyers', 'rate', 'rate_low', 'rate_high', 'price_minor', 'stock', 'own_use', 'starts_at', 'ends_at', 'note',
    ],
    rows: linesOf(rows),
  }; // prettier-ignore
}

/** Line by line, for it may be a million. */
function* linesOf(rows: ReadonlyArray<PairingView>): CsvTable['rows'] {
  for (const { counts, ...row } of rows)
    yield [
      row.table, row.boughtId, row.boughtTitle, row.recommendedId, row.recommendedTitle, row.standing, row.use,
      counts?.grade ?? null, counts?.support ?? null, counts?.buyers ?? null, counts?.rate ?? null,
      counts?.low ?? null, counts?.high ?? null, row.priceMinor, row.stock,
      row.chosenUse, isoOrNull(row.startsAt), isoOrNull(row.endsAt), row.note,
    ]; // prettier-ignore
}

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at));
