import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { SendingAccount, SendingStore } from '#flows/ports/sending-store';
import { withinShop } from './within-shop';

type AccountRow = Omit<SendingAccount, 'savedAt'> & { readonly savedAt: Date };

export function sendingAccountMethods(prisma: PrismaClient): SendingStore {
  return {
    sendingAccount: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<AccountRow>>`
          SELECT revision, kind, "senderName", "senderAddress", "sealedKey", "keyEnd", "savedBy", "savedAt"
          FROM "SendingAccount" WHERE "shopId" = ${shopId}`;
        return row ? { ...row, savedAt: row.savedAt.getTime() } : null;
      }),

    // One statement: of two saves on top of the same revision the second finds it gone.
    saveSendingAccount: (shopId, account) =>
      withinShop(prisma, shopId, async (sql) => {
        const { revision, kind, senderName, senderAddress, sealedKey, keyEnd, savedBy, savedAt } = account;
        const key = sealedKey === null ? null : Buffer.from(sealedKey);
        const written = await sql.$executeRaw`
          INSERT INTO "SendingAccount" ("shopId", revision, kind, "senderName", "senderAddress", "sealedKey", "keyEnd",
            "savedBy", "savedAt")
          SELECT ${shopId}, ${revision}::int, ${kind}, ${senderName}, ${senderAddress}, ${key}::bytea, ${keyEnd}, ${savedBy},
            ${toIso(savedAt)}::timestamptz
          WHERE ${revision}::int = 1 OR EXISTS (SELECT FROM "SendingAccount" a WHERE a."shopId" = ${shopId})
          ON CONFLICT ("shopId") DO UPDATE SET revision = EXCLUDED.revision, kind = EXCLUDED.kind,
            "senderName" = EXCLUDED."senderName", "senderAddress" = EXCLUDED."senderAddress",
            "sealedKey" = EXCLUDED."sealedKey", "keyEnd" = EXCLUDED."keyEnd", "savedBy" = EXCLUDED."savedBy",
            "savedAt" = EXCLUDED."savedAt"
          WHERE "SendingAccount"."shopId" = ${shopId} AND "SendingAccount".revision = EXCLUDED.revision - 1`;
        return written === 1;
      }),
  };
}
