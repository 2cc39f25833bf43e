import { minePairings } from '#core/affinity/mine-pairings';
import { monthsBefore, type Instant } from '#core/shared/time';
import type { Tools } from './ports';

/**
 * Learns a shop's pairings from its counted orders of the last months, puts both tables in place of the old ones, and
 * draws the borders of the mean order value anew.
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
  const { baskets } = await store.minedBaskets(shopId, from, now);

  const mined = minePairings({ baskets, windowFrom: from, windowTo: now, minimums: shop.settings.affinity });

  await Promise.all([
    store.replacePairings(shopId, mined.sameOrder, now),
    store.replacePairings(shopId, mined.nextOrder, now),
    store.refreshValueBorders(shopId, now),
  ]);
  const pairs = [...mined.sameOrder.rows, ...mined.nextOrder.rows].reduce(
    (sum, row) => sum + row.consequents.length,
    0,
  );
  log.info({ shopId, baskets: baskets.length, pairs }, 'pairings mined');
  return pairs;
}
