import type { PrismaClient } from '@prisma/client';
import { HOUR_MS, SECOND_MS, toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { InboxRow } from '#flows/records';
import { createInboxWriter } from './insert-inbox';
import { MOST_ATTEMPTS, takeOldestOfEachShop } from './take-inbox';
import { asOwner } from './within-shop';

const FIRST_RETRY_MS = 5 * SECOND_MS;
const LONGEST_RETRY_MS = HOUR_MS;

type InboxMethods = Pick<Store, 'insertInbox' | 'takeInbox' | 'finishInbox' | 'retryInbox' | 'purgeInbox'>;

export function inboxMethods(prisma: PrismaClient): InboxMethods {
  const sql = asOwner(prisma);
  return {
    insertInbox: createInboxWriter(sql),

    takeInbox: (now, limit) => takeOldestOfEachShop(sql, now, limit),

    finishInbox: async (rows) => {
      await sql.$executeRaw`
        UPDATE "Inbox" SET state = 'done', "leaseUntil" = NULL, error = NULL
        WHERE state = 'new' AND id = ANY(${rows.map((row) => row.id)}::text[]::bigint[])`;
    },

    retryInbox: async (row, error, now) => {
      const state = row.attempts >= MOST_ATTEMPTS ? 'dead' : 'new';
      await sql.$executeRaw`
        UPDATE "Inbox" SET state = ${state}, error = ${error}, "leaseUntil" = NULL,
          "nextAt" = ${toIso(now + retryDelayMs(row))}::timestamptz
        WHERE state = 'new' AND "shopId" = ${row.shopId} AND id = ${row.id}::bigint`;
    },

    purgeInbox: (before) => sql.$executeRaw`
      DELETE FROM "Inbox" WHERE state <> 'new' AND "receivedAt" < ${toIso(before)}::timestamptz`,
  };
}

/** Doubles from five seconds to an hour; up to a quarter more, by id, so that rows that failed together part. */
function retryDelayMs({ id, attempts }: InboxRow): number {
  const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempts - 1));
  return delay + Math.floor((delay / 4) * (Number(BigInt(id) % 100n) / 100));
}
