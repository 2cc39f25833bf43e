import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { SuppressionStore } from '#flows/ports/suppression-store';
import { parseReason } from './parse-decision';
import { inShopCurrency } from './shop-currency';
import { atOnceWithinShop } from './within-shop';

/** What suppression does in a shop, and the purchases that its rules are tried on. */
export function suppressionLoadMethods(
  prisma: PrismaClient,
): Pick<SuppressionStore, 'stoppedByReason' | 'purchasesByPerson'> {
  return {
    stoppedByReason: (shopId, since) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<{ readonly reason: string; readonly stopped: number }>
        >`
          SELECT reason, count(*)::int AS stopped FROM (
            SELECT reason FROM "Touch" WHERE "shopId" = ${shopId} AND state IN ('skipped', 'exited')
              AND reason IS NOT NULL AND "decidedAt" >= ${toIso(since)}::timestamptz
            UNION ALL
            SELECT reason FROM "Decision" WHERE "shopId" = ${shopId} AND "touchId" IS NULL AND verdict = 'refuse'
              AND reason IS NOT NULL AND "decidedAt" >= ${toIso(since)}::timestamptz
          ) stops GROUP BY reason`;
        return new Map(
          rows.flatMap(({ reason, stopped }) => {
            const known = parseReason(reason);
            return known === null ? [] : [[known, stopped] as const];
          }),
        );
      }),

    purchasesByPerson: (shopId, from) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<{
            readonly times: ReadonlyArray<number>;
            readonly amounts: ReadonlyArray<number | null>; // null: in another currency than the shop's
          }>
        >`
          SELECT array_agg(instant_ms("confirmedAt")::float8
              ORDER BY "confirmedAt", length("orderId"), "orderId" COLLATE "C") AS times,
            array_agg(CASE WHEN ${inShopCurrency(shopId, Prisma.sql`o`)} OR "valueMinor" = 0 THEN "valueMinor"::float8 END
              ORDER BY "confirmedAt", length("orderId"), "orderId" COLLATE "C") AS amounts
          FROM "Order" o WHERE "shopId" = ${shopId} AND "isPurchase" AND "personId" IS NOT NULL
            AND "confirmedAt" >= ${toIso(from)}::timestamptz
          GROUP BY "personId"`;
        return rows.map(({ times, amounts }) =>
          times.map((confirmedAt, index) => ({ confirmedAt, valueMinor: amounts[index] ?? null })),
        );
      }),
  };
}
