import type { Instant } from '#core/shared/time';
import { domainHashOf } from '#core/suppression/identity';
import type { DueTouch } from './due-touch';
import type { Tools } from './ports';
import { readOfferSources } from './read-offer-sources';
import type { ClaimedTouch } from './records';

/**
 * Reads everything that claimed touches of one shop are decided by, in three statements and one look at the platform,
 * however many they are: the shop; after the look the facts, and beside them what offers are chosen from. Whatever was
 * saved before counts. In: shop, its claims, now (ms). Out: what is still known of them, in the same sequence.
 */
export async function loadDueTouches(
  tools: {
    readonly store: Pick<Tools['store'], 'findShop' | 'touchFacts' | 'offerSources'>;
    readonly admin: Pick<Tools['admin'], 'fetchOrders'>;
  },
  shopId: string,
  claims: ReadonlyArray<ClaimedTouch>,
  now: Instant,
): Promise<ReadonlyArray<DueTouch>> {
  const shop = await tools.store.findShop(shopId);
  if (!shop) return [];
  const orderIds = [...new Set(claims.map((claim) => claim.orderId))];
  const orders = shop.uninstalledAt === null ? await tools.admin.fetchOrders(shopId, orderIds) : [];
  const orderById = new Map(orders.map((fetched) => [fetched.order.orderId, fetched]));
  const asked = claims.map((claim) => {
    const fetched = orderById.get(claim.orderId) ?? null;
    const email = fetched?.customer.email ?? null;
    return {
      claim,
      fetched,
      touchId: claim.touchId,
      domainHash: email === null ? null : domainHashOf(email),
    };
  });
  const [facts, sources] = await Promise.all([
    tools.store.touchFacts(shopId, asked, now),
    readOfferSources(
      tools.store,
      shopId,
      asked.flatMap(({ claim: { touchNumber }, fetched }) =>
        fetched ? [{ touchNumber, order: fetched.order }] : [],
      ),
    ),
  ]);
  const factsById = new Map(facts.map((fact) => [fact.touchId, fact]));
  return asked.flatMap(({ claim, fetched }) => {
    const fact = factsById.get(claim.touchId);
    return fact ? [{ claim, shop, facts: fact, fetched, sources }] : [];
  });
}
