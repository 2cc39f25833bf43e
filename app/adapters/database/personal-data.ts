import { Prisma, type PrismaClient } from '@prisma/client';
import type { KeptRow, PrivacyStore } from '#flows/ports/privacy-store';
import { peopleNamed } from './find-people';
import { toldOf } from './forget-payloads';
import { withinShop } from './within-shop';

export function personalDataMethods(prisma: PrismaClient): Pick<PrivacyStore, 'findPeople' | 'personalData'> {
  return {
    findPeople: (shopId, whom) =>
      withinShop(prisma, shopId, async (sql) =>
        (await peopleNamed(sql, shopId, whom)).map(({ personId }) => personId),
      ),

    personalData: (shopId, personIds) =>
      withinShop(prisma, shopId, async (sql) => {
        const rowsOf = async (from: Prisma.Sql): Promise<ReadonlyArray<KeptRow>> => {
          const rows = await sql.$queryRaw<ReadonlyArray<{ readonly kept: KeptRow }>>`
            SELECT to_jsonb(k) AS kept FROM ${from}`;
          return rows.map(({ kept }) => kept);
        };
        const theirs = Prisma.sql`k."shopId" = ${shopId} AND k."personId" = ANY(${[...personIds]}::text[])`;
        const touched = Prisma.sql`k."shopId" = ${shopId} AND k."touchId" IN (
          SELECT k."touchId" FROM "Touch" k WHERE ${theirs})`;
        const ordered = Prisma.sql`k."shopId" = ${shopId} AND k."orderId" IN (
          SELECT k."orderId" FROM "Order" k WHERE ${theirs})`;
        const people = await rowsOf(Prisma.sql`"Person" k WHERE ${theirs} ORDER BY "personId"`);
        const customerIds = people.map(({ customerId }) => customerId);
        const told = toldOf(shopId, {
          customerIds: customerIds.filter((id) => typeof id === 'string'),
          personIds,
        });
        return {
          people,
          orders: await rowsOf(Prisma.sql`"Order" k WHERE ${theirs} ORDER BY "createdAt", "orderId"`),
          enrolments: await rowsOf(
            Prisma.sql`"Enrolment" k WHERE ${theirs} ORDER BY "enrolledAt", "orderId"`,
          ),
          touches: await rowsOf(Prisma.sql`"Touch" k WHERE ${theirs} ORDER BY "firstDueAt", "touchNumber"`),
          decisions: await rowsOf(
            Prisma.sql`"Decision" k WHERE ${theirs} ORDER BY "decidedAt", "decisionId"`,
          ),
          emailEvents: await rowsOf(Prisma.sql`"EmailEvent" k WHERE ${touched} ORDER BY at, "naturalKey"`),
          credits: await rowsOf(Prisma.sql`"Credit" k WHERE ${touched} ORDER BY "orderId", "clickedAt"`),
          suppressions:
            await rowsOf(Prisma.sql`"Suppression" k WHERE k."shopId" = ${shopId} AND k."emailHash" IN (
            SELECT k."emailHash" FROM "Person" k WHERE ${theirs}
            UNION SELECT k."emailHash" FROM "Order" k WHERE ${theirs}
            UNION SELECT k."emailHash" FROM "Touch" k WHERE ${theirs}) ORDER BY at, kind, source`),
          visitorOrders: await rowsOf(
            Prisma.sql`"VisitorOrder" k WHERE ${ordered} ORDER BY "orderedAt", "orderId"`,
          ),
          productViews: await rowsOf(Prisma.sql`(
            SELECT k."visitorHash", p."productId", k."seenAt"
            FROM "ProductView" k JOIN "Product" p ON p."shopId" = ${shopId} AND p.number = k."productNumber"
            WHERE k."shopId" = ${shopId} AND k."visitorHash" IN (
              SELECT k."visitorHash" FROM "VisitorOrder" k WHERE ${ordered})
            ORDER BY k."seenAt", p."productId") k`),
          webhooks: await rowsOf(Prisma.sql`(WITH ${told}
            SELECT i.topic, i."receivedAt", i.payload FROM "Inbox" i JOIN told_of ON told_of.id = i.id
            WHERE i."shopId" = ${shopId} ORDER BY i.id) k`),
        };
      }),
  };
}
