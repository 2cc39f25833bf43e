import { pairingTableOf } from '#core/recommend/choose-offer';
import type { PairingTable } from '#core/affinity/pairing';
import type { Order } from '#core/order/order';
import type { TouchNumber } from '#core/sequence/touch';
import type { Store } from './ports';
import type { OfferSources } from './ports/offer-source-store';

/**
 * Reads what the offers of some touches are chosen from, in one question for all of them: the catalogue, and what was
 * learned and decided about everything that their orders hold.
 * In: shop, number and order of each touch. Out: what decisions about these touches can look up.
 */
export async function readOfferSources(
  store: Pick<Store, 'offerSources'>,
  shopId: string,
  touches: Iterable<{ readonly touchNumber: TouchNumber; readonly order: Order }>,
): Promise<OfferSources> {
  const productIds: Record<PairingTable, Set<string>> = { same_order: new Set(), next_order: new Set() };
  for (const { touchNumber, order } of touches) {
    const ids = productIds[pairingTableOf(touchNumber)];
    for (const line of order.lines) {
      if (line.productId !== null) ids.add(line.productId);
      if (line.bundle?.productId) ids.add(line.bundle.productId);
    }
  }
  return store.offerSources(shopId, productIds);
}
