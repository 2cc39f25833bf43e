import type { PrismaClient } from '@prisma/client';
import { CLICK_WINDOW_MS, type ClickedTouch } from '#core/attribution/last-touch';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { atOnceWithinShop } from './within-shop';

export function creditMethods(prisma: PrismaClient): Pick<Store, 'creditableTouches' | 'saveCredits'> {
  return {
    creditableTouches: (shopId, orderId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<Omit<ClickedTouch, 'clickedAt'> & { readonly clickedAt: Date }>
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

    // Unique: one credit per order and touch. A second look, which may know of more clicks, changes them in place.
    saveCredits: (shopId, orderId, credits) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = credits.map((credit) => ({ ...credit, clickedAt: toIso(credit.clickedAt) }));
        await sql.$executeRaw`
          INSERT INTO "Credit" ("shopId", "orderId", "touchId", "clickedAt", "isLast")
          SELECT ${shopId}, ${orderId}, c."touchId", c."clickedAt", c."isLast"
          FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            AS c("touchId" text, "clickedAt" timestamptz, "isLast" boolean)
          ORDER BY c."touchId"
          ON CONFLICT ("shopId", "orderId", "touchId") DO UPDATE
            SET "clickedAt" = excluded."clickedAt", "isLast" = excluded."isLast"`;
      }),
  };
}
