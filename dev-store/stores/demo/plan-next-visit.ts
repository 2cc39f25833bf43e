import type { Instant } from '../../model';
import type { SeededRandom } from '../seeded-random';
import { catalogueEntry } from './catalogue';
import type { CatalogueEntry } from './catalogue-entry';
import type { DraftLine } from './draft-order';
import { PLANTED_PAIRS } from './planted-pairs';
import { shoppingTime } from './shopping-time';

const DAY = 86_400_000;

export type Visit = { readonly at: Instant; readonly wanted: ReadonlyArray<CatalogueEntry> };

/** When a shopper comes back after an order, and for what: the planted next-order products, else what has run out, else
 * just so. null = never. */
export function planNextVisit(
  lines: ReadonlyArray<DraftLine>,
  orderedAt: Instant,
  isRegular: boolean,
  random: SeededRandom,
): Visit | null {
  const planted = plantedNext(lines, random);
  const supply = lines.filter(({ entry }) => entry.lastsDays !== null);
  const restocks = supply.length > 0 && random.chance(isRegular ? 0.86 : 0.42);
  if (planted.length > 0) {
    const wanted = restocks ? [...planted, ...supply.map(({ entry }) => entry)] : planted;
    return { at: shoppingTime(orderedAt, random.between(6, 38) * DAY, random), wanted };
  }
  if (restocks) {
    const days = Math.min(...supply.map(({ entry, quantity }) => (entry.lastsDays ?? 0) * quantity));
    const at = shoppingTime(orderedAt, days * random.between(0.8, 1.2) * DAY, random);
    return { at, wanted: [random.pick(supply).entry] };
  }
  if (random.chance(0.03))
    return { at: shoppingTime(orderedAt, random.between(0.1, 4) * DAY, random), wanted: [] };
  if (random.chance(isRegular ? 0.55 : 0.2)) {
    return { at: shoppingTime(orderedAt, random.between(5, 90) * DAY, random), wanted: [] };
  }
  return null;
}

function plantedNext(lines: ReadonlyArray<DraftLine>, random: SeededRandom): ReadonlyArray<CatalogueEntry> {
  const handles = new Set(lines.map(({ entry }) => entry.handle));
  return PLANTED_PAIRS.filter(
    ({ kind, antecedent, consequent }) =>
      kind === 'next_order' && handles.has(antecedent) && !handles.has(consequent),
  )
    .filter(({ rate }) => random.chance(rate))
    .map(({ consequent }) => catalogueEntry(consequent));
}
