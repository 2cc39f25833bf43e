import { type PrismaClient } from '@prisma/client';
import type {
  ActivityStore,
  PersonStory,
  StoryEnrolment,
  StoryOrder,
  StoryTouch,
} from '#flows/ports/activity-store';
import { readDecisionsOf } from './decisions';
import { withinShop, type Sql } from './within-shop';

/** A touch that waits for sending to go on is decided every quarter of an hour; nobody reads more than this. */
const MOST_DECISIONS = 200;

export function personStoryMethods(
  prisma: PrismaClient,
): Pick<ActivityStore, 'personStory' | 'addressesOf' | 'productTitles' | 'orderNames'> {
  return {
    personStory: (shopId, personId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [person] = await sql.$queryRaw<
          ReadonlyArray<Pick<PersonStory, 'personId' | 'customerId' | 'arm'>>
        >`
          SELECT "personId", "customerId", arm FROM "Person"
          WHERE "shopId" = ${shopId} AND "personId" = ${personId}`;
        if (!person) return null;
        const hashes = await readAddresses(sql, shopId, personId);
        const orders = await readOrders(sql, shopId, personId);
        const orderIds = orders.map(({ orderId }) => orderId);
        const { decisions, leftOut } = await readDecisionsOf(sql, shopId, { orderIds, most: MOST_DECISIONS });
        const chosen = decisions.map((decision) => decision.chosenProductId).filter((id) => id !== null);
        return {
          ...person,
          hasAddress: hashes.length > 0,
          orders,
          enrolments: await readEnrolments(sql, shopId, personId),
          touches: await readTouches(sql, shopId, personId),
          decisions,
          decisionsLeftOut: leftOut,
          events: await readEvents(sql, shopId, personId),
          suppressions: await readSuppressions(sql, shopId, hashes),
          titles: await readTitles(sql, shopId, chosen),
        };
      }),

    addressesOf: (shopId, personId) =>
      withinShop(prisma, shopId, (sql) => readAddresses(sql, shopId, personId)),

    productTitles: (shopId, productIds) =>
      withinShop(prisma, shopId, (sql) => readTitles(sql, shopId, productIds)),

    orderNames: (shopId, orderIds) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly orderId: string; readonly name: string }>>`
          SELECT "orderId", name FROM "Order"
          WHERE "shopId" = ${shopId} AND "orderId" = ANY(${[...orderIds]}::text[]) AND name <> ''`;
        return Object.fromEntries(rows.map(({ orderId, name }) => [orderId, name]));
      }),
  };
}

/** Of the person, of their orders and of what they were sent: somebody may have had more than one address. */
async function readAddresses(sql: Sql, shopId: string, personId: string): Promise<ReadonlyArray<string>> {
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly hash: string }>>`
    SELECT "emailHash" AS hash FROM "Person"
    WHERE "shopId" = ${shopId} AND "personId" = ${personId} AND "emailHash" IS NOT NULL
    UNION
    SELECT "emailHash" FROM "Order"
    WHERE "shopId" = ${shopId} AND "personId" = ${personId} AND "emailHash" IS NOT NULL
    UNION
    SELECT "emailHash" FROM "Touch"
    WHERE "shopId" = ${shopId} AND "personId" = ${personId} AND "emailHash" IS NOT NULL
    ORDER BY hash`;
  return rows.map(({ hash }) => hash);
}

async function readOrders(sql: Sql, shopId: string, personId: string): Promise<ReadonlyArray<StoryOrder>> {
  return sql.$queryRaw`
    SELECT o."orderId", o.name, instant_ms(coalesce(o."confirmedAt", o."createdAt"))::float8 AS at,
      instant_ms(o."cancelledAt")::float8 AS "cancelledAt", o."valueMinor"::float8 AS "valueMinor", o.currency,
      ARRAY(SELECT line ->> 'title' FROM jsonb_array_elements(o."order" -> 'lines') line) AS "lineTitles",
      c."touchId" AS "creditTouchId"
    FROM "Order" o
    LEFT JOIN "Credit" c ON c."shopId" = ${shopId} AND c."orderId" = o."orderId" AND c."isLast"
    WHERE o."shopId" = ${shopId} AND o."personId" = ${personId}
    ORDER BY at, o."orderId"`;
}

async function readEnrolments(
  sql: Sql,
  shopId: string,
  personId: string,
): Promise<ReadonlyArray<StoryEnrolment>> {
  return sql.$queryRaw`
    SELECT "enrolmentId", "orderId", instant_ms("enrolledAt")::float8 AS "enrolledAt", arm, segments, "isLive",
      instant_ms("endedAt")::float8 AS "endedAt", "exitReason"
    FROM "Enrolment" WHERE "shopId" = ${shopId} AND "personId" = ${personId} ORDER BY "enrolledAt", "enrolmentId"`;
}

async function readTouches(sql: Sql, shopId: string, personId: string): Promise<ReadonlyArray<StoryTouch>> {
  return sql.$queryRaw`
    SELECT "touchId", "enrolmentId", "orderId", "touchNumber", state, reason, instant_ms("dueAt")::float8 AS "dueAt",
      instant_ms(coalesce("sentAt", "decidedAt", "firstDueAt"))::float8 AS at
    FROM "Touch" WHERE "shopId" = ${shopId} AND "personId" = ${personId} ORDER BY "firstDueAt", "touchNumber"`;
}

async function readEvents(sql: Sql, shopId: string, personId: string): Promise<PersonStory['events']> {
  return sql.$queryRaw`
    SELECT v."touchId", v.kind, instant_ms(v.at)::float8 AS at, v."isMachine"
    FROM "Touch" t JOIN "EmailEvent" v ON v."shopId" = ${shopId} AND v."touchId" = t."touchId"
    WHERE t."shopId" = ${shopId} AND t."personId" = ${personId} ORDER BY v.at, v."naturalKey"`;
}

async function readSuppressions(
  sql: Sql,
  shopId: string,
  hashes: ReadonlyArray<string>,
): Promise<PersonStory['suppressions']> {
  return sql.$queryRaw`
    SELECT kind, source, instant_ms(min(at))::float8 AS at FROM "Suppression"
    WHERE "shopId" = ${shopId} AND "emailHash" = ANY(${[...hashes]}::text[])
    GROUP BY kind, source ORDER BY at, kind, source`;
}

async function readTitles(
  sql: Sql,
  shopId: string,
  productIds: ReadonlyArray<string>,
): Promise<Readonly<Record<string, string>>> {
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly productId: string; readonly title: string }>>`
    SELECT "productId", product ->> 'title' AS title FROM "Product"
    WHERE "shopId" = ${shopId} AND "productId" = ANY(${[...new Set(productIds)]}::text[]) AND product IS NOT NULL`;
  return Object.fromEntries(rows.map(({ productId, title }) => [productId, title]));
}
