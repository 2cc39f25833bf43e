import { toIso, type Instant } from '#core/shared/time';
import type { InboxRow } from '#flows/records';
import type { Sql } from './within-shop';

const LEASE = '2 minutes';
export const MOST_ATTEMPTS = 12;

/**
 * Leases open rows, every shop's oldest in equal shares, so that one shop's flood holds up nobody else's. It hops from
 * shop to shop along the partial index instead of reading the backlog. Business time says which rows are ready, the
 * database's clock how long they are ours; a process that dies gives them back by the lease running out. A row on which
 * processes died that often is put aside.
 */
export async function takeOldestOfEachShop(
  sql: Sql,
  now: Instant,
  limit: number,
): Promise<ReadonlyArray<InboxRow>> {
  const rows = await sql.$queryRaw<ReadonlyArray<InboxRow>>`
    WITH RECURSIVE shop AS (
      (SELECT "shopId" FROM "Inbox" WHERE state = 'new' ORDER BY "shopId" LIMIT 1)
      UNION ALL
      SELECT (SELECT i."shopId" FROM "Inbox" i WHERE i.state = 'new' AND i."shopId" > shop."shopId"
              ORDER BY i."shopId" LIMIT 1)
      FROM shop WHERE shop."shopId" IS NOT NULL
    ), waiting AS (
      SELECT shop."shopId" FROM shop
      CROSS JOIN LATERAL (
        SELECT i."nextAt" FROM "Inbox" i
        WHERE i.state = 'new' AND i."shopId" = shop."shopId" AND i."nextAt" <= ${toIso(now)}::timestamptz
          AND (i."leaseUntil" IS NULL OR i."leaseUntil" < clock_timestamp())
        ORDER BY i."nextAt", i.id LIMIT 1
      ) oldest
      ORDER BY oldest."nextAt" LIMIT ${limit}
    ), share AS (
      SELECT greatest(1, ${limit}::bigint / greatest(1, count(*))) AS rows FROM waiting
    ), chosen AS (
      SELECT ready.id FROM waiting
      CROSS JOIN LATERAL (
        SELECT i.id FROM "Inbox" i
        WHERE i.state = 'new' AND i."shopId" = waiting."shopId" AND i."nextAt" <= ${toIso(now)}::timestamptz
          AND (i."leaseUntil" IS NULL OR i."leaseUntil" < clock_timestamp())
        ORDER BY i."nextAt", i.id LIMIT (SELECT rows FROM share)
        FOR UPDATE SKIP LOCKED
      ) ready
      LIMIT ${limit}
    ), taken AS (
      UPDATE "Inbox" i SET attempts = i.attempts + 1, "leaseUntil" = clock_timestamp() + ${LEASE}::interval,
        state = CASE WHEN i.attempts < ${MOST_ATTEMPTS} THEN 'new' ELSE 'dead' END,
        error = CASE WHEN i.attempts < ${MOST_ATTEMPTS} THEN i.error ELSE 'the process stopped on every attempt' END
      FROM chosen WHERE i.id = chosen.id AND i.state = 'new'
      RETURNING i.id, i."shopId", i.topic, i.payload, i."triggeredAt", i.attempts, i."nextAt", i.state
    )
    SELECT id::text, "shopId", topic, payload, instant_ms("triggeredAt")::float8 AS "triggeredAt", attempts
    FROM taken WHERE state = 'new' ORDER BY "nextAt", taken.id`;
  return rows;
}
