import type { Tools } from './ports';

/**
 * Brings the outcomes of the experiment's customers, and the sums that reports are read from, up to what is stored now.
 * Every step takes what has changed off the list with the sums that it changes, so that it may end anywhere.
 * In: shop. Out: how many changes were kept.
 */
export async function keepOutcomes(
  { store }: Pick<Tools, 'store'>,
  { shopId }: { readonly shopId: string },
): Promise<number> {
  let kept = 0;
  for (let step = await store.keepOutcomes(shopId); step > 0; step = await store.keepOutcomes(shopId)) {
    kept += step;
  }
  return kept;
}
