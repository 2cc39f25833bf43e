import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { ClaimSignOff, ClaimStore } from '#flows/ports/claim-store';
import { atOnceWithinShop } from './within-shop';

export function claimSignOffMethods(prisma: PrismaClient): ClaimStore {
  return {
    claimSignOffs: (shopId) =>
      atOnceWithinShop(
        prisma,
        shopId,
        (sql) => sql.$queryRaw<ReadonlyArray<ClaimSignOff>>`
          SELECT message, field, "textHash", "signedName", "signedBy", instant_ms("signedAt")::float8 AS "signedAt"
          FROM "ClaimSignOff" WHERE "shopId" = ${shopId} ORDER BY "signedAt", message, field`,
      ),

    saveClaimSignOff: (shopId, { message, field, textHash, signedName, signedBy, signedAt }) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          INSERT INTO "ClaimSignOff" ("shopId", message, field, "textHash", "signedName", "signedBy", "signedAt")
          VALUES (${shopId}, ${message}, ${field}, ${textHash}, ${signedName}, ${signedBy}, ${toIso(signedAt)}::timestamptz)
          ON CONFLICT DO NOTHING`;
      }),
  };
}
