import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { PrivacyStore } from '#flows/ports/privacy-store';
import { withinShop } from './within-shop';

/**
 * What reports are counted from stays: outcomes, times, arms, reasons and the hash by which an unsubscribe finds the
 * e-mail before it. A touch that has not come to an end keeps everything.
 */
export function forgetDetailsMethods(prisma: PrismaClient): Pick<PrivacyStore, 'forgetDetails'> {
  return {
    forgetDetails: (shopId, before) =>
      withinShop(prisma, shopId, async (sql) => {
        const until = toIso(before);
        return {
          decisions: await sql.$executeRaw`
            UPDATE "Decision" SET gates = '[]', candidates = NULL
            WHERE "shopId" = ${shopId} AND "decidedAt" < ${until}::timestamptz
              AND (gates <> '[]' OR candidates IS NOT NULL)`,
          touches: await sql.$executeRaw`
            UPDATE "Touch" SET subject = NULL, "messageId" = NULL
            WHERE "shopId" = ${shopId} AND state NOT IN ('due', 'claimed', 'sending')
              AND coalesce("sentAt", "decidedAt", "firstDueAt") < ${until}::timestamptz
              AND (subject IS NOT NULL OR "messageId" IS NOT NULL)`,
        };
      }),
  };
}
