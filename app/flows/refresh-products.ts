import type { Tools } from './ports';

const BATCH = 100;

/**
 * Reads products anew and keeps what the catalogue says of them; one that is gone is marked removed.
 * In: shop, product GIDs. Out: nothing; safe to repeat.
 */
export async function refreshProducts(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  input: { readonly shopId: string; readonly productIds: ReadonlyArray<string> },
): Promise<void> {
  const { shopId, productIds } = input;
  for (let from = 0; from < productIds.length; from += BATCH) {
    const batch = productIds.slice(from, from + BATCH);
    const products = await admin.fetchProducts(shopId, batch);

    const found = new Set(products.map((product) => product.productId));
    const gone = batch.filter((id) => !found.has(id));

    await store.upsertProducts(shopId, products);
    if (gone.length > 0) await store.removeProducts(shopId, gone);
  }
}
