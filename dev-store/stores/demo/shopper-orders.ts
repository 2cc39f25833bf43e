import type { Instant } from '../../model';
import type { SeededRandom } from '../seeded-random';
import type { DraftOrder } from './draft-order';
import { fillBasket } from './fill-basket';
import { planNextVisit, type Visit } from './plan-next-visit';
import type { Shopper } from './shopper';
import { drawSpecialTraits } from './special-traits';
import { subscriptionRenewals } from './subscription-renewals';

/** All orders of one shopper from the first visit until `end`, with the renewals of a subscription begun on the way. */
export function shopperOrders(
  shopper: Shopper,
  arrivedAt: Instant,
  end: Instant,
  random: SeededRandom,
): ReadonlyArray<DraftOrder> {
  const orders: DraftOrder[] = [];
  const owned = new Set<string>();
  let visit: Visit | null = { at: arrivedAt, wanted: [] };
  while (visit !== null && visit.at < end) {
    const { at, wanted }: Visit = visit;
    const basket = fillBasket(wanted, owned, random);
    basket.forEach(({ entry }) => owned.add(entry.handle));
    const subscribed = basket.find(({ entry }) => entry.percentOff !== null);
    const subscribes = subscribed !== undefined && shopper.customer !== null && random.chance(0.03);
    const lines = basket.map((line) =>
      subscribes && line === subscribed ? { ...line, onPlan: true } : line,
    );
    const order: DraftOrder = { at, shopper, lines, ...drawSpecialTraits(orders.length === 0, random) };
    orders.push(order);
    if (subscribes) orders.push(...subscriptionRenewals(order, subscribed, end, random));
    visit = planNextVisit(lines, at, shopper.isRegular, random);
  }
  return orders;
}
