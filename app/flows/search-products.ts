import type { Tools } from './ports';

const MOST_FOUND = 25;

/**
 * Products of the catalogue whose title holds the words, whatever their case; those that begin with them first.
 * In: shop, words ('' finds all). Out: at most 25 in alphabetical order, and whether there are more.
 */
export async function searchProducts(
  { store }: Pick<Tools, 'store'>,
  { shopId, words }: { readonly shopId: string; readonly words: string },
) {
  const wanted = words.trim().toLowerCase();
  const { products } = await store.catalogue(shopId);
  const found = [...products.values()]
    .filter(({ title, isGiftCard }) => !isGiftCard && title.toLowerCase().includes(wanted))
    .map(({ productId, title, priceMinor }) => ({ productId, title, priceMinor }));
  const begins = ({ title }: { readonly title: string }) => Number(!title.toLowerCase().startsWith(wanted));
  found.sort((a, b) => begins(a) - begins(b) || a.title.localeCompare(b.title, 'en'));
  return { products: found.slice(0, MOST_FOUND), hasMore: found.length > MOST_FOUND };
}
