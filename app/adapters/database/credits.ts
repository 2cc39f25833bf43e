import type { PrismaClient } from '@prisma/client';
import { DAY_MS } from '#core/shared/time';
import type { CreditableTouch, Store } from '#flows/ports';
import { atOnceWithinShop } from './within-shop';

const CLICK_WINDOW_MS = 5 * DAY_MS;

export function creditMethods(prisma: PrismaClient): Pick<Store, 'creditableTouches' | 'saveCredit'> {
  return {
    creditableTouches: (shopId, orderId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<Omit<CreditableTouch, 'clickedAt'> & { readonly clickedAt: Date }>
        >`
          SELECT t."touchId", t."enrolmentId", t."productId", max(v.at) AS "clickedAt", coalesce(p.arm, e.arm) AS arm
          FROM "Order" o
          JOIN "Touch" t ON t."shopId" = ${shopId} AND t."personId" = o."personId" AND t."orderId" <> o."orderId"
          JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
          JOIN "EmailEvent" v ON v."shopId" = ${shopId} AND v."touchId" = t."touchId"
          LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = o."personId"
          WHERE o."shopId" = ${shopId} AND o."orderId" = ${orderId} AND v.kind = 'click' AND NOT v."isMachine"
            AND v.at <= coalesce(o."confirmedAt", o."createdAt")
            AND v.at > coalesce(o."confirmedAt", o."createdAt") - ${CLICK_WINDOW_MS}::float8 * interval '1 millisecond'
          GROUP BY t."touchId", t."enrolmentId", t."productId", coalesce(p.arm, e.arm)
          ORDER BY "clickedAt", t."touchId"`;
        return rows.map((row) => ({ ...row, clickedAt: row.clickedAt.getTime() }));
      }),

    // Unique: one credit per order. A refund or a second look changes it in place.
    saveCredit: (shopId, orderId, touchId, amountMinor) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          INSERT INTO "Credit" ("shopId", "orderId", "touchId", "amountMinor")
          VALUES (${shopId}, ${orderId}, ${touchId}, ${amountMinor})
          ON CONFLICT ("shopId", "orderId") DO UPDATE
            SET "touchId" = excluded."touchId", "amountMinor" = excluded."amountMinor"`;
      }),
  };
}
