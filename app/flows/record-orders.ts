import {
  countedProducts, isGivenBack, isQualifyingPurchase, merchandiseSubtotalMinor, netMinor, orderedProducts,
  ownedProducts, returnedProducts,
} from '#core/affinity/counted-order'; // prettier-ignore
import type { OrderWithCustomer, Tools } from './ports';
import type { RecordedOrder } from './records';

/**
 * Keeps orders as Shopify tells them now, with what mining and the rules derive from each. Doing it again, or with an
 * older state of an order, changes nothing: the store compares `updatedAt`.
 * In: shop, orders (money in minor units of the shop's currency). Out: nothing; the orders are kept. Whose arm had been
 * drawn when they turned out to be somebody else is logged.
 */
export async function recordOrders(
  { store, log }: Pick<Tools, 'store' | 'log'>,
  input: { readonly shopId: string; readonly orders: ReadonlyArray<OrderWithCustomer['order']> },
): Promise<void> {
  const productIds = new Set(input.orders.flatMap(orderedProducts));
  const numbers = await store.productNumbers(input.shopId, [...productIds]);

  const numbered = (ids: ReadonlyArray<string>) =>
    ids.map((id) => numbers.get(id)).filter((number) => number !== undefined);
  const recorded: ReadonlyArray<RecordedOrder> = input.orders.map((order) => ({
    order,
    basket: numbered(countedProducts(order)),
    owned: numbered(ownedProducts(order)),
    returned: numbered(returnedProducts(order)),
    isPurchase: isQualifyingPurchase(order),
    isGivenBack: isGivenBack(order),
    valueMinor: merchandiseSubtotalMinor(order),
    netMinor: netMinor(order),
  }));

  for (const { from, into, arm, isOfBothArms } of await store.recordOrders(input.shopId, recorded)) {
    if (arm === null) continue;
    log.info(
      { shopId: input.shopId, from: nameInLog(from), into: nameInLog(into), arm, isOfBothArms },
      'two people are one; the arm drawn first holds',
    );
  }
}

/** The id of whoever bought as a guest first is made of an address, which no log may keep. */
function nameInLog(personId: string): string {
  return personId.startsWith('guest:') ? 'guest' : personId;
}
