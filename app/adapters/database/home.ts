import { Prisma, type PrismaClient } from '@prisma/client';
import type { Sales } from '#core/readiness/assess-readiness';
import type { TouchNumber } from '#core/sequence/touch';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { HomeStore, OutOfStockPair, SetupFact } from '#flows/ports/home-store';
import { instantOrNull } from './instant';
import { inShopCurrency } from './shop-currency';
import { atOnceWithinShop } from './within-shop';

export function homeMethods(prisma: PrismaClient): Pick<Store, keyof HomeStore> {
  return {
    setupFacts: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly fact: SetupFact }>>`
          SELECT fact FROM "SetupFact" WHERE "shopId" = ${shopId}`;
        return new Set(rows.map(({ fact }) => fact));
      }),

    noteSetupFact: (shopId, fact, now) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          INSERT INTO "SetupFact" ("shopId", fact, at) VALUES (${shopId}, ${fact}, ${toIso(now)}::timestamptz)
          ON CONFLICT DO NOTHING`;
      }),

    forgetSetupFact: (shopId, fact) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`DELETE FROM "SetupFact" WHERE "shopId" = ${shopId} AND fact = ${fact}`;
      }),

    dueTouches: (shopId, until) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<{ readonly touchNumber: TouchNumber; readonly due: number }>
        >`
          SELECT t."touchNumber", count(*)::int AS due FROM "Touch" t
          JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
          WHERE t."shopId" = ${shopId} AND t.state IN ('due', 'claimed') AND t."dueAt" <= ${toIso(until)}::timestamptz
            AND e.arm = 'treatment'
          GROUP BY t."touchNumber"`;
        return new Map(rows.map(({ touchNumber, due }) => [touchNumber, due]));
      }),

    ambiguousTouches: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>`
          SELECT count(*)::int AS n FROM "Touch" WHERE "shopId" = ${shopId} AND state = 'ambiguous'`;
        return row?.n ?? 0;
      }),

    deadWebhooks: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>`
          SELECT count(*)::int AS n FROM "Inbox" WHERE "shopId" = ${shopId} AND state = 'dead'`;
        return row?.n ?? 0;
      }),

    pairingsMinedAt: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly at: Date | null }>>`
          SELECT min("minedAt") AS at FROM "PairingMining" WHERE "shopId" = ${shopId}`;
        return instantOrNull(row?.at ?? null);
      }),

    outOfStockPairs: (shopId) =>
      atOnceWithinShop(
        prisma,
        shopId,
        (sql) => sql.$queryRaw<ReadonlyArray<OutOfStockPair>>`
          SELECT g.product ->> 'title' AS title, c.support, r.buyers
          FROM "PairingRow" r, unnest(r.consequents, r.support) AS c(consequent, support)
          JOIN "Product" g ON g."shopId" = ${shopId} AND g.number = c.consequent
          WHERE r."shopId" = ${shopId} AND NOT g."isRemoved" AND NOT (g.product ->> 'isAvailable')::boolean
          ORDER BY c.support DESC, title, r."table", r.antecedent`,
      ),

    firstPurchaseAt: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [first] = await sql.$queryRaw<ReadonlyArray<{ readonly at: Date | null }>>`
          SELECT min("confirmedAt") AS at FROM "Order" WHERE "shopId" = ${shopId} AND "isPurchase"`;
        return instantOrNull(first?.at ?? null);
      }),

    offerableProducts: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly n: number }>>`
          SELECT count(*)::int AS n FROM "Product"
          WHERE "shopId" = ${shopId} AND product IS NOT NULL AND NOT "isRemoved"
            AND (product ->> 'isPublished')::boolean AND NOT (product ->> 'isGiftCard')::boolean`;
        return row?.n ?? 0;
      }),

    salesOf: (shopId, periods) =>
      atOnceWithinShop(prisma, shopId, (sql) => {
        const asked = periods.map(({ from, to }, n) => ({ n, from: toIso(from), to: toIso(to) }));
        return sql.$queryRaw<ReadonlyArray<Sales>>`
          SELECT count(o."orderId")::int AS orders, coalesce(sum(o."netMinor") FILTER (WHERE
            ${inShopCurrency(shopId, Prisma.sql`o`)}), 0)::float8 AS "netMinor"
          FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS p(n int, "from" timestamptz, "to" timestamptz)
          LEFT JOIN "Order" o ON o."shopId" = ${shopId} AND o."isPurchase"
            AND o."confirmedAt" >= p."from" AND o."confirmedAt" < p."to"
          GROUP BY p.n ORDER BY p.n`;
      }),
  };
}
