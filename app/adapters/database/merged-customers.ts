import type { Order } from '#core/order/order';
import type { Instant } from '#core/shared/time';
import { lockPeople } from './lock';
import { mergePeople } from './merge-people';
import type { Sql } from './within-shop';

/** Whose an order is as it is kept. */
export type OrderOwner = {
  readonly personId: string;
  readonly customerId: string | null; // null: a guest
  readonly asOf: Instant; // updatedAt of the order
};

type TakenOver = {
  readonly order: Order;
  readonly personId: string | null; // who it is told to be of now
  readonly owner: OrderOwner | null; // null: the order is new
};

/**
 * An order that was one customer's and is told again as another's: Shopify has merged the two, or the merchant has said
 * that they are one (C22). Nothing else tells of it without a permission that nobody should be asked for. The person who
 * is told goes on, with everything of the other; the arm that was drawn first holds (C74).
 * In: the orders of a batch. Out: whose each is, by order id.
 */
export async function followMergedCustomers(
  sql: Sql,
  shopId: string,
  orders: ReadonlyArray<TakenOver>,
): Promise<ReadonlyMap<string, string | null>> {
  const heirs = new Map<string, string>();
  const heirOf = (personId: string): string => {
    const heir = heirs.get(personId);
    return heir === undefined ? personId : heirOf(heir);
  };
  for (const { order, personId, owner } of orders) {
    if (!owner || personId === null || !isAboutCustomers(order, owner)) continue;
    const [from, into] = [heirOf(owner.personId), heirOf(personId)];
    if (from === into) continue;
    if (heirs.size === 0) await lockPeople(sql, shopId);
    await mergePeople(sql, shopId, from, into);
    heirs.set(from, into);
  }
  return new Map(
    orders.map(({ order, personId }) => [order.orderId, personId === null ? null : heirOf(personId)]),
  );
}

/** A guest who becomes a customer is told by the address; what is older than what is kept tells nothing. */
function isAboutCustomers({ customerId, updatedAt }: Order, owner: OrderOwner): boolean {
  return customerId !== null && owner.customerId !== null && updatedAt >= owner.asOf;
}
