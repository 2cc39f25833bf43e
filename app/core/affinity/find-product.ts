import type { CatalogueProduct } from '../catalogue/product';
import type { FileProblem } from './pairing-file';

export type FoundProduct =
  | { readonly productId: string }
  | { readonly problem: FileProblem; readonly at: 'id' | 'title'; readonly other?: number };

const PRODUCT = 'gid://shopify/Product/';
const ID = /^(?:gid:\/\/shopify\/Product\/)?([1-9]\d{0,19})$/;
/** What a spreadsheet makes of a long number: 8.12346E+12. */
const SHORTENED = /^\d([.,]\d+)?E\+?\d+$/i;

/**
 * Finds the product that a line of a file means. The id decides; a title alone has to be that of one product. Titles are
 * compared without regard to capitals and spaces.
 * In: a shop's catalogue. Out: a function of an id (GID or number; may be empty) and a title (may be empty).
 */
export function productFinder(
  products: Iterable<CatalogueProduct>,
): (id: string, title: string) => FoundProduct {
  const ids = new Set<string>();
  const titles = new Map<string, { readonly productId: string; count: number }>();
  for (const { productId, title } of products) {
    ids.add(productId);
    const known = titles.get(plainTitle(title));
    if (known) known.count += 1;
    else titles.set(plainTitle(title), { productId, count: 1 });
  }
  return (id, title) => {
    const written = id.trim();
    if (written !== '') {
      const [, number] = ID.exec(written) ?? [];
      if (SHORTENED.test(written)) return { problem: 'shortened_number', at: 'id' };
      if (number === undefined) return { problem: 'bad_product_id', at: 'id' };
      const productId = PRODUCT + number;
      return ids.has(productId) ? { productId } : { problem: 'unknown_product', at: 'id' };
    }
    const wanted = plainTitle(title);
    if (wanted === '') return { problem: 'no_product', at: 'title' };
    const found = titles.get(wanted);
    if (!found) return { problem: 'unknown_title', at: 'title' };
    if (found.count > 1) return { problem: 'ambiguous_title', at: 'title', other: found.count };
    return { productId: found.productId };
  };
}

function plainTitle(title: string): string {
  return title.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
