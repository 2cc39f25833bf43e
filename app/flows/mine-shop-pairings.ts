import { mineInSlices } from '#core/affinity/mine-pairings';
import { monthsBefore, type Instant } from '#core/shared/time';
import { checkCounts, readCounts } from './check-counts';
import { inSlices } from './in-slices';
import type { Tools } from './ports';

/**
 * Learns a shop's pairings from its counted orders of the last months, puts both tables in place of the old ones, and
 * draws the borders of the mean order value anew. The counts that orders keep right meanwhile are checked against them.
 * In: shop, now (ms; the window ends there, exclusive). Out: how many pairs were kept.
 */
export async function mineShopPairings(
  { store, log }: Pick<Tools, 'store' | 'log'>,
  input: { readonly shopId: string; readonly now: Instant },
): Promise<number> {
  const { shopId, now } = input;
  const shop = await store.findShop(shopId);
  if (!shop) return 0;
  const from = monthsBefore(now, shop.settings.affinity.windowMonths, shop.zone);
  const tonight = await readCounts({ store }, { shopId, from, now });
  const [{ baskets }, { products }] = await Promise.all([
    store.minedBaskets(shopId, from, now),
    store.catalogue(shopId),
    store.refreshValueBorders(shopId, now),
  ]);

  let pairs = 0;
  const keeping: Array<Promise<void>> = [];
  const minimums = shop.settings.affinity;
  const categories = new Map(
    [...products].flatMap(([number, { category }]) => (category === null ? [] : [[number, category]])),
  );
  const mining = mineInSlices({ baskets, windowFrom: from, windowTo: now, minimums, categories });
  await inSlices(mining, (mined) => {
    if (mined === null) return;
    const kept = store.replacePairings(shopId, mined, now); // both are written side by side
    kept.catch(() => undefined); // told by the wait for all of them
    keeping.push(kept);
    pairs += mined.rows.reduce((sum, row) => sum + row.consequents.length, 0);
  });
  await Promise.all(keeping);
  await checkCounts({ store, log }, { shopId, from, now, baskets, tonight });
  log.info({ shopId, baskets: baskets.persons.length, pairs }, 'pairings mined');
  return pairs;
}
