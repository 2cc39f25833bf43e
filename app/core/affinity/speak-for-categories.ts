import type { CatalogueProduct } from '../catalogue/product';
import type { CategoryRow, PairingRow } from './pairing';

/**
 * The rows of an order's products; for a product that too few have bought to learn of it, what was learned of its category
 * (C48). A product with enough buyers and no pairing has none: its buyers have answered.
 * In: rows found for the products and their categories, the products. Out: rows by product number, those of a category
 * saying so.
 */
export function speakForCategories(
  {
    rows,
    categories,
  }: {
    readonly rows: ReadonlyArray<PairingRow>;
    readonly categories: ReadonlyArray<CategoryRow>;
  },
  products: Iterable<CatalogueProduct>,
): ReadonlyMap<number, PairingRow> {
  const byNumber = new Map(rows.map((row) => [row.antecedent, row]));
  const byCategory = new Map(categories.map((row) => [row.category, row]));
  for (const { number, category } of products) {
    const learned = byCategory.get(category ?? '');
    if (!learned || byNumber.has(number) || learned.settled.includes(number)) continue;
    const { category: learnedFrom, settled: _settled, ...counts } = learned;
    byNumber.set(number, { ...counts, antecedent: number, learnedFrom });
  }
  return byNumber;
}
