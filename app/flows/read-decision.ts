import type { Tools } from './ports';
import type { DecisionRecord } from './records';

export type ReadDecision = DecisionRecord & {
  readonly titles: Readonly<Record<string, string>>; // of every product in the trace, by product id
  readonly orderNames: Readonly<Record<string, string>>; // of every order in the trace, by order id
};

/**
 * One decision as it was stored, with the names of the products and orders that it speaks of.
 * In: shop, decision. Out: null when this shop has no such decision.
 */
export async function readDecision(
  { store }: Pick<Tools, 'store'>,
  { shopId, decisionId }: { readonly shopId: string; readonly decisionId: string },
): Promise<ReadDecision | null> {
  const decision = await store.findDecision(shopId, decisionId);
  if (!decision) return null;
  const { gates, candidates, orderId } = decision;
  const looked = gates
    .flatMap((gate) => Object.values(gate.input))
    .filter((value) => typeof value === 'string');
  const paired = (candidates?.best ?? []).flatMap(({ productId, anchorProductId }) => [
    productId,
    anchorProductId,
  ]);
  const [titles, orderNames] = await Promise.all([
    store.productTitles(shopId, [...paired, ...looked]),
    store.orderNames(shopId, [orderId, ...looked]),
  ]);
  return { ...decision, titles, orderNames };
}
