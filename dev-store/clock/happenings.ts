import type { Instant } from '../model';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';

/** The time of the shop's next event; null when its seed has no more. */
function nextEventAt(shop: ShopState): Instant | null {
  return shop.events[shop.nextEvent]?.at ?? null;
}

/** The shop whose next event is the earliest of all; null when no shop has one. */
export function shopOfNextEvent(store: DevStore): ShopState | null {
  let earliest: ShopState | null = null;
  let earliestAt = Infinity;
  for (const shop of store.shops.values()) {
    const at = nextEventAt(shop);
    if (at === null || at >= earliestAt) continue;
    earliest = shop;
    earliestAt = at;
  }
  return earliest;
}

/** When the next thing will happen in a shop: an event, a delayed webhook, a retry, a shopper's answer. */
export function nextHappeningAt(store: DevStore, shop: ShopState): Instant | null {
  const times = [nextEventAt(shop), store.agenda.nextAt(shop.shop.domain)].filter((at) => at !== null);
  return times.length === 0 ? null : Math.max(store.clock.now, Math.min(...times));
}
