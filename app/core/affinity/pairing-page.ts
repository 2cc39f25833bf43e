import type { ListedPairing } from './pairing-list';

export const PAIRING_TABS = ['all', 'strong', 'moderate', 'weak', 'excluded', 'own'] as const;
export const PAIRING_SORTS = ['rate', 'buyers', 'bought', 'recommend', 'price'] as const;
const PAIRINGS_PER_PAGE = 50;

export type PairingTab = (typeof PAIRING_TABS)[number];
export type PairingSort = (typeof PAIRING_SORTS)[number];

/** What the address of the list says. */
export type PairingQuery = {
  readonly tab: PairingTab;
  readonly search: string; // in either title; '' finds all
  readonly sort: PairingSort;
  readonly isDescending: boolean;
  readonly page: number; // from 1; behind the last: the last
};

export type PairingPage = {
  readonly rows: ReadonlyArray<ListedPairing>;
  readonly total: number; // that match tab and search
  readonly first: number; // place of the first row from 1; 0 when there are none
  readonly page: number;
  readonly pages: number;
};

/**
 * The pairings that match a tab and a search, in the sequence asked for.
 * In: all pairings, the query. Out: those that match; equal ones by table, then products, so that the order is total.
 */
export function selectPairings(
  pairings: ReadonlyArray<ListedPairing>,
  query: PairingQuery,
): ReadonlyArray<ListedPairing> {
  return select(pairings, query, null);
}

/** `also`: one that is among them whether or not it matches. */
function select(
  pairings: ReadonlyArray<ListedPairing>,
  query: PairingQuery,
  also: ListedPairing | null,
): ReadonlyArray<ListedPairing> {
  const words = query.search.trim().toLowerCase();
  const found = titlesHolding(pairings, words);
  const matching = pairings.filter(
    (pairing) =>
      pairing === also ||
      (isOnTab(pairing, query.tab) &&
        (words === '' || found.has(pairing.bought.number) || found.has(pairing.recommended.number))),
  );
  const compare = comparison(query.sort, matching);
  const direction = query.isDescending ? -1 : 1;
  return matching.sort((a, b) => direction * compare(a, b) || compareRates(b, a) || compareKeys(a, b));
}

/** In: all pairings, the query. Out: the page that it asks for, at most 50 rows. */
export function pageOfPairings(pairings: ReadonlyArray<ListedPairing>, query: PairingQuery): PairingPage {
  const matching = selectPairings(pairings, query);
  const pages = Math.max(1, Math.ceil(matching.length / PAIRINGS_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  const start = (page - 1) * PAIRINGS_PER_PAGE;
  const rows = matching.slice(start, start + PAIRINGS_PER_PAGE);
  return { rows, total: matching.length, first: rows.length === 0 ? 0 : start + 1, page, pages };
}

/**
 * What stands before and after a pairing in a list, so that one can be read after the other. One that no longer matches,
 * for it was blocked just now, keeps its place.
 * In: all pairings, the list's query, one of the pairings. Out: its neighbours; null at the ends.
 */
export function neighboursOf(
  pairings: ReadonlyArray<ListedPairing>,
  query: PairingQuery,
  pairing: ListedPairing,
): { readonly previous: ListedPairing | null; readonly next: ListedPairing | null } {
  const list = select(pairings, query, pairing);
  const place = list.indexOf(pairing);
  return { previous: list[place - 1] ?? null, next: list[place + 1] ?? null };
}

function isOnTab({ standing, override }: ListedPairing, tab: PairingTab): boolean {
  if (tab === 'all') return true;
  return tab === 'own' ? override !== null : standing === tab;
}

/** Titles are looked at once per product, not once per pairing. */
function titlesHolding(pairings: ReadonlyArray<ListedPairing>, words: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (words === '') return found;
  for (const { number, title } of productsOf(pairings).values())
    if (title.toLowerCase().includes(words)) found.add(number);
  return found;
}

function titlePlaces(pairings: ReadonlyArray<ListedPairing>): ReadonlyMap<number, number> {
  const compare = new Intl.Collator('en').compare;
  const sorted = [...productsOf(pairings).values()].sort((a, b) => compare(a.title, b.title));
  return new Map(sorted.map(({ number }, place) => [number, place]));
}

function productsOf(pairings: ReadonlyArray<ListedPairing>): ReadonlyMap<number, ListedPairing['bought']> {
  const products = new Map<number, ListedPairing['bought']>();
  for (const { bought, recommended } of pairings) {
    products.set(bought.number, bought);
    products.set(recommended.number, recommended);
  }
  return products;
}

type Compare = (a: ListedPairing, b: ListedPairing) => number;

function comparison(sort: PairingSort, pairings: ReadonlyArray<ListedPairing>): Compare {
  if (sort === 'rate') return compareRates;
  if (sort === 'buyers') return (a, b) => (a.counts?.support ?? -1) - (b.counts?.support ?? -1);
  if (sort === 'price') return (a, b) => (a.recommended.priceMinor ?? -1) - (b.recommended.priceMinor ?? -1);
  const places = titlePlaces(pairings);
  const side = sort === 'bought' ? 'bought' : 'recommended';
  return (a, b) => (places.get(a[side].number) ?? 0) - (places.get(b[side].number) ?? 0);
}

/** By whole numbers, so that equal rates are equal; what was never counted is below all. */
function compareRates({ counts: a }: ListedPairing, { counts: b }: ListedPairing): number {
  if (!a || !b) return Number(a !== null) - Number(b !== null);
  return a.support * b.buyers - b.support * a.buyers;
}

function compareKeys(a: ListedPairing, b: ListedPairing): number {
  if (a.table !== b.table) return a.table === 'same_order' ? -1 : 1;
  return a.bought.number - b.bought.number || a.recommended.number - b.recommended.number;
}
