import type { Instant, StoreEvent } from '../../model';
import type { SeededRandom } from '../seeded-random';

const DAY = 86_400_000;

/** A customer looked at a product in the shop. */
export type BrowseEvent = { readonly customerId: string; readonly productId: string; readonly at: Instant };

/** What known customers looked at in the week before each order: most of what they bought and a few other products. */
export function browseHistory(
  events: ReadonlyArray<StoreEvent>,
  productIds: ReadonlyArray<string>,
  random: SeededRandom,
): ReadonlyArray<BrowseEvent> {
  const views = events.flatMap((event): ReadonlyArray<BrowseEvent> => {
    if (event.kind !== 'order_paid' || event.order.sourceName !== 'web') return [];
    const { customerId, lines } = event.order;
    if (customerId === null) return [];
    const bought = lines.flatMap((line) => line.productId ?? []).filter(() => random.chance(0.6));
    const others = Array.from({ length: random.whole(0, 2) }, () => random.pick(productIds));
    return [...bought, ...others].map((productId) => ({
      customerId,
      productId,
      at: Math.round(event.at - random.between(0.01, 7) * DAY),
    }));
  });
  return views.toSorted((a, b) => a.at - b.at);
}
