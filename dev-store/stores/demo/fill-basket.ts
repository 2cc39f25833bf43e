import type { SeededRandom } from '../seeded-random';
import { CATALOGUE, catalogueEntry } from './catalogue';
import type { CatalogueEntry } from './catalogue-entry';
import type { DraftLine } from './draft-order';
import { PLANTED_PAIRS } from './planted-pairs';

const MOST_DRAWS = 5;

/** Fills a basket: what the shopper came for, free picks by popularity (at least one when there is nothing else), and the
 * planted same-order companions of everything in it. Durables that the shopper owns are not picked again. */
export function fillBasket(
  wanted: ReadonlyArray<CatalogueEntry>,
  owned: ReadonlySet<string>,
  random: SeededRandom,
): ReadonlyArray<DraftLine> {
  const basket = new Set<CatalogueEntry>();
  const put = (entry: CatalogueEntry) => {
    if (basket.has(entry)) return;
    basket.add(entry);
    companions(entry, random).forEach(put);
  };
  wanted.forEach(put);
  for (let left = freePicks(wanted.length === 0, random); left > 0; left -= 1) {
    const picked = pickFreely(basket, owned, random);
    if (picked !== null) put(picked);
  }
  return Array.from(basket, (entry) => ({ entry, quantity: drawQuantity(entry, random), onPlan: false }));
}

function freePicks(isFree: boolean, random: SeededRandom): number {
  const fraction = random.fraction();
  if (isFree) return fraction < 0.58 ? 1 : fraction < 0.87 ? 2 : 3;
  return fraction < 0.7 ? 0 : fraction < 0.92 ? 1 : 2;
}

function pickFreely(
  basket: ReadonlySet<CatalogueEntry>,
  owned: ReadonlySet<string>,
  random: SeededRandom,
): CatalogueEntry | null {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const entry = random.pick(CATALOGUE, ({ popularity }) => popularity);
    const isOwned = entry.nature !== 'consumable' && owned.has(entry.handle);
    if (!basket.has(entry) && !isOwned) return entry;
  }
  return null;
}

function companions(entry: CatalogueEntry, random: SeededRandom): ReadonlyArray<CatalogueEntry> {
  return PLANTED_PAIRS.filter(({ kind, antecedent }) => kind === 'same_order' && antecedent === entry.handle)
    .filter(({ rate }) => random.chance(rate))
    .map(({ consequent }) => catalogueEntry(consequent));
}

function drawQuantity(entry: CatalogueEntry, random: SeededRandom): number {
  if (entry.nature !== 'consumable') return 1;
  const fraction = random.fraction();
  return fraction < 0.75 ? 1 : fraction < 0.95 ? 2 : 3;
}
