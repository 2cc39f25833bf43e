import type { PrismaClient } from '@prisma/client';
import type { Order } from '#core/order/order';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { Merge, RecordedOrder } from '#flows/records';
import { countWhile } from './count-changes';
import { NOBODYS_ORDER } from './forget-person';
import { instantOrNull, isoOrNull } from './instant';
import { endForFormerOwners, followMergedCustomers, type OrderOwner } from './merged-customers';
import { resolvePeople } from './people';
import { atOnceWithinShop, withinShop, type Sql } from './within-shop';

type OrderMethods = Pick<Store, 'recordOrders' | 'storedUpdates' | 'watermark' | 'moveWatermark'>;

export function orderMethods(prisma: PrismaClient): OrderMethods {
  return {
    recordOrders: (shopId, orders) =>
      withinShop(prisma, shopId, async (sql) => {
        const newest = newestOfEach(orders);
        const all = newest.map(({ order }) => order);
        const orderIds = all.map(({ orderId }) => orderId);
        const merges: Merge[] = [];
        await countWhile(sql, shopId, { orderIds, buyers: all }, async () => {
          // Looked up behind the same lock that an erasure takes, so that nobody is brought back who went meanwhile.
          const owners = await readOwners(sql, shopId, newest);
          const ownerOf = ({ orderId }: Order) => owners.get(orderId) ?? null;
          const isNobodys = (order: Order) => ownerOf(order)?.personId.startsWith('redacted:') ?? false;
          // What is older than what is kept tells nothing about people either.
          const isStale = (order: Order) => order.updatedAt < (ownerOf(order)?.asOf ?? 0);
          const theirs = all.filter((order) => !isNobodys(order) && !isStale(order));
          const people = await resolvePeople(sql, shopId, theirs);
          const told = theirs.map((order, at) => ({
            order,
            personId: people.personIds[at] ?? null,
            owner: ownerOf(order),
          }));
          const followed = await followMergedCustomers(sql, shopId, told);
          merges.push(...people.merges, ...followed.merges);
          const whose = ({ orderId }: Order) => followed.personOf.get(orderId) ?? null;
          await upsertOrders(
            sql,
            shopId,
            newest.map((recorded) => orderRow(recorded, whose(recorded.order))),
          );
          await endForFormerOwners(
            sql,
            shopId,
            told.map((one) => ({ ...one, personId: whose(one.order) })),
          );
        });
        return merges;
      }),

    // A process may die between keeping an order and deciding about it: such an order is not told as stored.
    storedUpdates: (shopId, orderIds) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<{ readonly orderId: string; readonly updatedAt: Date }>
        >`
          SELECT o."orderId", o."updatedAt" FROM "Order" o JOIN "Shop" s ON s."shopId" = ${shopId}
          WHERE o."shopId" = ${shopId} AND o."orderId" = ANY(${[...orderIds]}::text[])
            AND (o."confirmedAt" IS NULL OR o."confirmedAt" < s."historyUntil"
              OR EXISTS (SELECT FROM "Decision" d
                WHERE d."shopId" = ${shopId} AND d."orderId" = o."orderId" AND d."touchId" IS NULL)
              OR EXISTS (SELECT FROM "Enrolment" e
                WHERE e."shopId" = ${shopId} AND e."orderId" = o."orderId"))`;
        return new Map(rows.map((row) => [row.orderId, row.updatedAt.getTime()]));
      }),

    watermark: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly watermark: Date | null }>>`
          SELECT watermark FROM "Shop" WHERE "shopId" = ${shopId}`;
        return instantOrNull(row?.watermark ?? null);
      }),

    moveWatermark: (shopId, to) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          UPDATE "Shop" SET watermark = greatest(watermark, ${toIso(to)}::timestamptz) WHERE "shopId" = ${shopId}`;
      }),
  };
}

/** Each order once, as last updated, in the order of ids, in which every transaction locks its rows. */
function newestOfEach(orders: ReadonlyArray<RecordedOrder>): ReadonlyArray<RecordedOrder> {
  const newest = new Map<string, RecordedOrder>();
  for (const recorded of orders) {
    const known = newest.get(recorded.order.orderId);
    if (!known || recorded.order.updatedAt >= known.order.updatedAt)
      newest.set(recorded.order.orderId, recorded);
  }
  return [...newest.values()].sort((a, b) => (a.order.orderId < b.order.orderId ? -1 : 1));
}

function orderRow({ order, ...derived }: RecordedOrder, personId: string | null): object {
  return {
    orderId: order.orderId,
    name: order.name,
    personId,
    emailHash: order.emailHash,
    createdAt: toIso(order.createdAt),
    confirmedAt: isoOrNull(order.confirmedAt),
    updatedAt: toIso(order.updatedAt),
    cancelledAt: isoOrNull(order.cancelledAt),
    currency: order.currency,
    touchToken: order.touchToken,
    ...derived,
    order,
  };
}

/** Whose the orders are that are kept already. Reading one of a buyer who was erased, for a refund, brings nobody back. */
async function readOwners(
  sql: Sql,
  shopId: string,
  orders: ReadonlyArray<RecordedOrder>,
): Promise<ReadonlyMap<string, OrderOwner>> {
  const rows = await sql.$queryRaw<
    ReadonlyArray<Omit<OrderOwner, 'asOf'> & { readonly orderId: string; readonly asOf: Date }>
  >`
    SELECT o."orderId", o."personId", p."customerId", o."updatedAt" AS "asOf"
    FROM "Order" o LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = o."personId"
    WHERE o."shopId" = ${shopId} AND o."personId" IS NOT NULL
      AND o."orderId" = ANY(${orders.map(({ order }) => order.orderId)}::text[])`;
  return new Map(rows.map(({ orderId, asOf, ...owner }) => [orderId, { ...owner, asOf: asOf.getTime() }]));
}

/**
 * One statement for any number of orders; what is stored stays where it is newer (unique: shop, order). Of an order whose
 * buyer was erased only what it is about changes, so that a refund still counts.
 */
async function upsertOrders(sql: Sql, shopId: string, rows: ReadonlyArray<object>): Promise<void> {
  await sql.$executeRaw`
    INSERT INTO "Order" AS kept ("shopId", "orderId", name, "personId", "emailHash", "createdAt", "confirmedAt",
      "updatedAt", "cancelledAt", "isPurchase", "isGivenBack", currency, "valueMinor", "netMinor", basket, owned, returned,
      "touchToken", "order")
    SELECT ${shopId}, o."orderId", o.name, o."personId", o."emailHash", o."createdAt", o."confirmedAt", o."updatedAt",
      o."cancelledAt", o."isPurchase", o."isGivenBack", o.currency, o."valueMinor", o."netMinor", o.basket, o.owned, o.returned,
      o."touchToken", o."order"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o("orderId" text, name text, "personId" text,
      "emailHash" text, "createdAt" timestamptz, "confirmedAt" timestamptz, "updatedAt" timestamptz,
      "cancelledAt" timestamptz, "isPurchase" boolean, "isGivenBack" boolean, currency text, "valueMinor" bigint,
      "netMinor" bigint, basket int[], owned int[], returned int[], "touchToken" text, "order" jsonb)
    ON CONFLICT ("shopId", "orderId") DO UPDATE SET
      name = CASE WHEN kept."personId" LIKE 'redacted:%' THEN kept.name ELSE excluded.name END,
      "personId" = CASE WHEN kept."personId" LIKE 'redacted:%' THEN kept."personId" ELSE excluded."personId" END,
      "emailHash" = CASE WHEN kept."personId" LIKE 'redacted:%' THEN NULL ELSE excluded."emailHash" END,
      "createdAt" = excluded."createdAt", "confirmedAt" = excluded."confirmedAt", "updatedAt" = excluded."updatedAt",
      "cancelledAt" = excluded."cancelledAt", "isPurchase" = excluded."isPurchase",
      "isGivenBack" = excluded."isGivenBack", currency = excluded.currency,
      "valueMinor" = excluded."valueMinor", "netMinor" = excluded."netMinor", basket = excluded.basket,
      owned = excluded.owned, returned = excluded.returned, "touchToken" = excluded."touchToken",
      "order" = CASE WHEN kept."personId" LIKE 'redacted:%' THEN excluded."order" || ${NOBODYS_ORDER}::jsonb
        ELSE excluded."order" END
    WHERE excluded."updatedAt" >= kept."updatedAt"`;
}
