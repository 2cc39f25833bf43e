import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso, type Instant } from '#core/shared/time';
import type { PrivacyStore } from '#flows/ports/privacy-store';
import { withinShop } from './within-shop';

/**
 * What reports are counted from stays: outcomes, times, arms, reasons and the hash by which an unsubscribe finds the
 * e-mail before it. A touch that has not come to an end keeps everything.
 */
export function forgetDetailsMethods(
  prisma: PrismaClient,
): Pick<PrivacyStore, 'touchesWithDetails' | 'forgetDetails'> {
  return {
    touchesWithDetails: (shopId, before) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly touchId: string }>>`
          SELECT "touchId" FROM "Touch" WHERE ${isDetailed(shopId, before)}`;
        return rows.map(({ touchId }) => touchId);
      }),

    forgetDetails: (shopId, before) =>
      withinShop(prisma, shopId, async (sql) => ({
        decisions: await sql.$executeRaw`
          UPDATE "Decision" SET gates = '[]', candidates = NULL
          WHERE "shopId" = ${shopId} AND "decidedAt" < ${toIso(before)}::timestamptz
            AND (gates <> '[]' OR candidates IS NOT NULL)`,
        touches: await sql.$executeRaw`
          UPDATE "Touch" SET subject = NULL, "messageId" = NULL WHERE ${isDetailed(shopId, before)}`,
      })),
  };
}

/** In the words of the index of the activity list, so that what is younger is not looked at. */
function isDetailed(shopId: string, before: Instant): Prisma.Sql {
  return Prisma.sql`"shopId" = ${shopId} AND touch_outcome(state) IN ('sent', 'held_out', 'skipped', 'failed')
    AND coalesce("sentAt", "decidedAt", "firstDueAt") < ${toIso(before)}::timestamptz
    AND (subject IS NOT NULL OR "messageId" IS NOT NULL)`;
}
