import { Prisma } from '@prisma/client';
import type { Order } from '#core/order/order';
import type { Instant } from '#core/shared/time';
import type { Merge } from '#flows/records';
import { exitEnrolmentsWhere } from './exit-enrolments';
import { lockPeople } from './lock';
import { mergePeople } from './merge-people';
import type { Sql } from './within-shop';

/** Whose an order is as it is kept. */
export type OrderOwner = {
  readonly personId: string;
  readonly customerId: string | null; // null: a guest
  readonly asOf: Instant; // updatedAt of the order
};

type Told = {
  readonly order: Order;
  readonly personId: string | null; // who it is told to be of now
  readonly owner: OrderOwner | null; // null: the order is new
};
type Move = { readonly orderId: string; readonly from: string; readonly into: string };

/**
 * A customer all of whose orders are told again as another's: Shopify has merged the two (C22). Nothing else tells of it
 * without a permission that nobody should be asked for. The person who is told goes on, with everything of the other; the
 * arm that was drawn first holds (C74). Whoever keeps an order is somebody still: a merchant who corrects whose one order
 * is has not said that two people are one.
 * In: the orders of a batch. Out: whose each is, by order id, and who was merged.
 */
export async function followMergedCustomers(
  sql: Sql,
  shopId: string,
  orders: ReadonlyArray<Told>,
): Promise<{
  readonly personOf: ReadonlyMap<string, string | null>;
  readonly merges: ReadonlyArray<Merge>;
}> {
  const moves = orders.flatMap(moveOf);
  const heirs = new Map<string, string>();
  const merges: Merge[] = [];
  for (const { from, into } of moves) {
    if (heirs.has(from) || (await keepsAnOrder(sql, shopId, from, orders, moves))) continue;
    if (heirs.size === 0) await lockPeople(sql, shopId);
    merges.push(await mergePeople(sql, shopId, from, into));
    heirs.set(from, into);
  }
  // An heir is told an order of the batch, so that they keep one and are merged into nobody.
  const personOf = new Map(
    orders.map(({ order, personId }) => [order.orderId, personId && (heirs.get(personId) ?? personId)]),
  );
  return { personOf, merges };
}

/**
 * Ends what an order began for somebody whose it is no more: its next e-mail would go to the address of the other, who may
 * be held out, or want none. Whoever was merged has taken their enrolments along.
 * In: the orders of a batch with whose each is now.
 */
export async function endForFormerOwners(
  sql: Sql,
  shopId: string,
  orders: ReadonlyArray<Told>,
): Promise<void> {
  for (const { order, personId, owner } of orders) {
    if (owner === null || personId === null || personId === owner.personId) continue;
    await exitEnrolmentsWhere(sql, {
      shopId,
      where: Prisma.sql`"orderId" = ${order.orderId} AND "personId" <> ${personId}`,
      reason: 'superseded_by_order',
      now: order.updatedAt,
    });
  }
}

/** A guest who becomes a customer is told by the address. */
function moveOf({ order, personId, owner }: Told): ReadonlyArray<Move> {
  const isAboutCustomers = owner !== null && order.customerId !== null && owner.customerId !== null;
  return isAboutCustomers && personId !== null && personId !== owner.personId
    ? [{ orderId: order.orderId, from: owner.personId, into: personId }]
    : [];
}

async function keepsAnOrder(
  sql: Sql,
  shopId: string,
  from: string,
  orders: ReadonlyArray<Told>,
  moves: ReadonlyArray<Move>,
): Promise<boolean> {
  if (orders.some(({ personId }) => personId === from)) return true;
  const moved = moves.filter((move) => move.from === from).map(({ orderId }) => orderId);
  const [found] = await sql.$queryRaw<ReadonlyArray<{ readonly keeps: boolean }>>`
    SELECT EXISTS (SELECT FROM "Order" WHERE "shopId" = ${shopId} AND "personId" = ${from}
      AND "orderId" <> ALL(${moved}::text[])) AS keeps`;
  return found?.keeps ?? false;
}
