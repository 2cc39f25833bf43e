import { BREWING_EQUIPMENT } from './brewing-equipment';
import type { CatalogueEntry } from './catalogue-entry';
import { COFFEE_AND_TEA } from './coffee-and-tea';
import { SUPPLIES } from './supplies';
import { TABLE_AND_KITCHEN } from './table-and-kitchen';

/** All products of Harbour Coffee. */
export const CATALOGUE: ReadonlyArray<CatalogueEntry> = [
  ...COFFEE_AND_TEA,
  ...SUPPLIES,
  ...BREWING_EQUIPMENT,
  ...TABLE_AND_KITCHEN,
];

const ENTRY_BY_HANDLE = new Map(CATALOGUE.map((entry) => [entry.handle, entry]));

/** The product with this handle; throws when the catalogue has none. */
export function catalogueEntry(handle: string): CatalogueEntry {
  const entry = ENTRY_BY_HANDLE.get(handle);
  if (entry === undefined) throw new Error(`no product "${handle}": use a handle of the demo catalogue`);
  return entry;
}
