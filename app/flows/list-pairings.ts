import { shareDigits, wilsonLower, wilsonUpper, confidence } from '#core/affinity/measures';
import { listPairings, summarisePairings, type ListedPairing } from '#core/affinity/pairing-list';
import { pageOfPairings, selectPairings, type PairingQuery } from '#core/affinity/pairing-page';
import { isNearlyGone } from '#core/recommend/check-candidate';
import { marginStanding } from '#core/recommend/margin';
import { priceStanding } from '#core/recommend/price-standing';
import type { Settings } from '#core/settings/settings';
import { monthsBefore, type Instant } from '#core/shared/time';
import type { Tools } from './ports';

type Asked = { readonly shopId: string; readonly now: Instant };

/** A pairing with everything that a screen or a file says about it; shares are fractions, money in minor units. */
export type PairingView = ReturnType<typeof viewPairing>;

/** All pairings of a shop with what they were made of. Null when the shop is not installed. */
export async function readPairings({ store }: Pick<Tools, 'store'>, { shopId, now }: Asked) {
  const [shop, tables, overrides, { products, likeness }] = await Promise.all([
    store.findShop(shopId),
    store.minedTables(shopId),
    store.allOverrides(shopId),
    store.catalogue(shopId),
  ]);
  if (!shop) return null;
  const catalogue = [...products.values()];
  const made = { tables, overrides, catalogue, likeness, settings: shop.settings, now };
  return { ...made, shop, pairings: listPairings(made) };
}

/**
 * The page of the list that a merchant asked for, with the figures above it and the source below it.
 * In: shop, query, now (ms). Out: null when the shop is not installed.
 */
export async function listShopPairings(
  tools: Pick<Tools, 'store'>,
  { query, ...asked }: Asked & { readonly query: PairingQuery },
) {
  const read = await readPairings(tools, asked);
  if (!read) return null;
  const { pairings, catalogue, tables, settings, shop } = read;
  const { rows, ...place } = pageOfPairings(pairings, query);
  const [mining] = tables;
  const { windowMonths } = settings.affinity;
  const from = monthsBefore(asked.now, windowMonths, shop.zone);
  return {
    ...place,
    rows: rows.map((row) => viewPairing(row, settings)),
    summary: summarisePairings(pairings, catalogue),
    isEmpty: pairings.length === 0,
    affinity: settings.affinity,
    source: mining
      ? { orders: mining.orders, from: mining.windowFrom, to: mining.windowTo, minedAt: mining.minedAt }
      : null,
    ordersNow: pairings.length === 0 ? await tools.store.countedOrders(asked.shopId, from, asked.now) : null,
  };
}

/** Every pairing that matches the query, on one page. Null when the shop is not installed. */
export async function exportShopPairings(
  tools: Pick<Tools, 'store'>,
  { query, ...asked }: Asked & { readonly query: PairingQuery },
): Promise<ReadonlyArray<PairingView> | null> {
  const read = await readPairings(tools, asked);
  return read && selectPairings(read.pairings, query).map((pairing) => viewPairing(pairing, read.settings));
}

/** In: a pairing, the shop's settings. Out: what a screen shows of it. */
export function viewPairing(pairing: ListedPairing, settings: Settings) {
  const { table, bought, recommended, counts, standing, tier, use, override } = pairing;
  const { strongPercent, moderatePercent } = settings.affinity;
  return {
    table,
    boughtId: bought.productId,
    boughtTitle: bought.title,
    recommendedId: recommended.productId,
    recommendedTitle: recommended.title,
    priceMinor: recommended.priceMinor,
    stock: stockOf(recommended, settings.offers),
    tier,
    standing,
    use,
    chosenUse: override?.use ?? null,
    note: override?.note ?? '',
    startsAt: override?.startsAt ?? null,
    endsAt: override?.endsAt ?? null,
    counts: counts && {
      ...counts,
      rate: confidence(counts.support, counts.buyers),
      digits: shareDigits(counts.support, counts.buyers, [strongPercent, moderatePercent]),
      low: wilsonLower(counts.support, counts.buyers),
      high: wilsonUpper(counts.support, counts.buyers),
    },
    price: priceStanding(table, recommended.priceMinor, bought.priceMinor, settings.price),
    margin: marginStanding(recommended, settings.price.marginFloorPercent),
  };
}

function stockOf(
  product: ListedPairing['recommended'],
  offers: Settings['offers'],
): 'in_stock' | 'few_left' | 'out_of_stock' | 'not_published' {
  if (!product.isPublished) return 'not_published';
  if (!product.isAvailable) return 'out_of_stock';
  return isNearlyGone(product, offers) ? 'few_left' : 'in_stock';
}
