import type { PrismaClient } from '@prisma/client';
import { HOUR_MS, toIso } from '#core/shared/time';
import type { SendingAccount, SendingStore } from '#flows/ports/sending-store';
import { instantOrNull } from './instant';
import { lockShop } from './lock';
import { withinShop } from './within-shop';

type AccountRow = Omit<SendingAccount, 'savedAt' | 'eventsSeenAt'> & {
  readonly savedAt: Date;
  readonly eventsSeenAt: Date | null;
};

/** A busy account reports every second, and what is asked is only whether it reports. */
const NOTED_EVERY_MS = HOUR_MS;

export function sendingAccountMethods(
  prisma: PrismaClient,
): Pick<SendingStore, 'sendingAccount' | 'saveSendingAccount' | 'noteEventsSeen'> {
  return {
    sendingAccount: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<AccountRow>>`
          SELECT revision, kind, "senderName", "senderAddress", "sealedKey", "keyEnd", "eventKey", "eventsSeenAt",
            "savedBy", "savedAt"
          FROM "SendingAccount" WHERE "shopId" = ${shopId}`;
        return row
          ? { ...row, savedAt: row.savedAt.getTime(), eventsSeenAt: instantOrNull(row.eventsSeenAt) }
          : null;
      }),

    // Of two saves on top of the same revision the second finds it gone. The lock is the one that a refusal takes: it
    // either stops the shop before this lets it go on, or sees the new revision and stops nothing.
    saveSendingAccount: (shopId, account) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockShop(sql, shopId);
        const { revision, kind, senderName, senderAddress, sealedKey, keyEnd, eventKey, savedBy, savedAt } =
          account;
        const key = sealedKey === null ? null : Buffer.from(sealedKey);
        const written = await sql.$executeRaw`
          INSERT INTO "SendingAccount" ("shopId", revision, kind, "senderName", "senderAddress", "sealedKey", "keyEnd",
            "eventKey", "savedBy", "savedAt")
          SELECT ${shopId}, ${revision}::int, ${kind}, ${senderName}, ${senderAddress}, ${key}::bytea, ${keyEnd},
            ${eventKey}, ${savedBy}, ${toIso(savedAt)}::timestamptz
          WHERE ${revision}::int = 1 OR EXISTS (SELECT FROM "SendingAccount" a WHERE a."shopId" = ${shopId})
          ON CONFLICT ("shopId") DO UPDATE SET revision = EXCLUDED.revision, kind = EXCLUDED.kind,
            "senderName" = EXCLUDED."senderName", "senderAddress" = EXCLUDED."senderAddress",
            "sealedKey" = EXCLUDED."sealedKey", "keyEnd" = EXCLUDED."keyEnd", "eventKey" = EXCLUDED."eventKey",
            "eventsSeenAt" = CASE WHEN "SendingAccount"."eventKey" = EXCLUDED."eventKey"
                -- another key may be another account's, which tells of other e-mails
                AND "SendingAccount"."sealedKey" IS NOT DISTINCT FROM EXCLUDED."sealedKey"
              THEN "SendingAccount"."eventsSeenAt" END,
            "savedBy" = EXCLUDED."savedBy", "savedAt" = EXCLUDED."savedAt"
          WHERE "SendingAccount"."shopId" = ${shopId} AND "SendingAccount".revision = EXCLUDED.revision - 1`;
        if (written !== 1) return false;
        await sql.$executeRaw`
          UPDATE "Shop" SET "pausedReason" = NULL, "pausedDetail" = NULL, "pausedAt" = NULL
          WHERE "shopId" = ${shopId} AND "pausedReason" = 'sending_paused'`;
        return true;
      }),

    noteEventsSeen: (shopId, eventKey, at) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          UPDATE "SendingAccount" SET "eventsSeenAt" = ${toIso(at)}::timestamptz
          WHERE "shopId" = ${shopId} AND "eventKey" = ${eventKey}
            AND ("eventsSeenAt" IS NULL OR "eventsSeenAt" < ${toIso(at - NOTED_EVERY_MS)}::timestamptz)`;
      }),
  };
}
