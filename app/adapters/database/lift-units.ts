import type { PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import type { LiftUnit } from '#flows/records';
import { withinShop } from './within-shop';

export function liftMethods(prisma: PrismaClient): Pick<Store, 'liftUnits'> {
  return {
    // Everybody who ever had an arm, by intention to treat, from their first enrolment on. The trigger order belongs to
    // its unit whatever became of it; after it count qualifying purchases.
    liftUnits: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<Omit<LiftUnit, 'enrolledAt'> & { readonly enrolledAt: Date }>
        >`
          WITH first AS (
            SELECT DISTINCT ON (e."personId") e."personId", p.arm, e."enrolledAt", e."orderId", e."confirmedAt"
            FROM "Enrolment" e JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = e."personId"
            WHERE e."shopId" = ${shopId} AND p.arm IS NOT NULL
            ORDER BY e."personId", e."enrolledAt", e."confirmedAt", e."enrolmentId"
          )
          SELECT first."personId", first.arm, first."enrolledAt", first."orderId" AS "triggerOrderId",
            jsonb_agg(jsonb_build_object('orderId', o."orderId", 'confirmedAt', instant_ms(o."confirmedAt"),
              'netMinor', o."netMinor", 'valueMinor', o."valueMinor")
              ORDER BY o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C") AS orders
          FROM first JOIN "Order" o ON o."shopId" = ${shopId} AND o."personId" = first."personId"
            AND o."confirmedAt" >= first."confirmedAt" AND (o."isPurchase" OR o."orderId" = first."orderId")
          GROUP BY first."personId", first.arm, first."enrolledAt", first."orderId"
          ORDER BY first."enrolledAt", first."personId"`;
        return rows.map((row) => ({ ...row, enrolledAt: row.enrolledAt.getTime() }));
      }),
  };
}
