import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { ClaimedTouch } from '#flows/records';
import { instantOrNull } from './instant';
import { asOwner } from './within-shop';

export function claimMethods(
  prisma: PrismaClient,
): Pick<Store, 'claimDueTouches' | 'releaseClaims' | 'nextDueAt'> {
  const sql = asOwner(prisma);
  return {
    // One UPDATE whose WHERE names the state that its SET leaves. Every shop with due work gets an equal share of the
    // batch and is asked by its own stretch of the partial index, so the cost does not grow with the backlog. The last
    // LIMIT changes no result: it tells the planner that few rows come, else it reads the whole table to join them. A
    // shop whose sending is paused keeps its touches waiting. Leases run by the database's clock.
    claimDueTouches: async (now, limit, leaseMs) => sql.$queryRaw<ReadonlyArray<ClaimedTouch>>`
      WITH waiting AS (
        SELECT s."shopId" FROM "Shop" s
        CROSS JOIN LATERAL (
          SELECT t."dueAt" FROM "Touch" t
          WHERE t."shopId" = s."shopId" AND t.state = 'due' AND t."dueAt" <= ${toIso(now)}::timestamptz
          ORDER BY t."dueAt", t."touchId" LIMIT 1
        ) oldest
        WHERE s."pausedReason" IS NULL
        ORDER BY oldest."dueAt" LIMIT ${limit}
      ), share AS (
        SELECT greatest(1, ${limit}::bigint / greatest(1, count(*))) AS touches FROM waiting
      ), chosen AS (
        SELECT due."shopId", due."touchId" FROM waiting
        CROSS JOIN LATERAL (
          SELECT t."shopId", t."touchId" FROM "Touch" t
          WHERE t."shopId" = waiting."shopId" AND t.state = 'due' AND t."dueAt" <= ${toIso(now)}::timestamptz
          ORDER BY t."dueAt", t."touchId" LIMIT (SELECT touches FROM share)
          FOR UPDATE SKIP LOCKED
        ) due
        LIMIT ${limit}
      ), claimed AS (
        UPDATE "Touch" t SET state = 'claimed', "claimToken" = gen_random_uuid()::text,
          "leaseUntil" = clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'
        FROM chosen
        WHERE t."shopId" = chosen."shopId" AND t."touchId" = chosen."touchId" AND t.state = 'due'
          AND t."dueAt" <= ${toIso(now)}::timestamptz
        RETURNING t."shopId", t."touchId", t."enrolmentId", t."orderId", t."personId", t."touchNumber",
          t."claimToken" AS token, t."dueAt"
      )
      SELECT "shopId", "touchId", "enrolmentId", "orderId", "personId", "touchNumber", token
      FROM claimed ORDER BY "dueAt", "touchId"`,

    releaseClaims: async (touches) => {
      const claims = touches.map(({ shopId, touchId, token }) => ({ shopId, touchId, token }));
      await sql.$executeRaw`
        UPDATE "Touch" t SET state = 'due', "claimToken" = NULL, "leaseUntil" = NULL
        FROM jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) AS c("shopId" text, "touchId" text, token text)
        WHERE t."shopId" = c."shopId" AND t."touchId" = c."touchId" AND t.state = 'claimed' AND t."claimToken" = c.token`;
    },

    nextDueAt: async () => {
      const [next] = await sql.$queryRaw<ReadonlyArray<{ readonly dueAt: Date | null }>>`
        SELECT min(oldest."dueAt") AS "dueAt" FROM "Shop" s
        CROSS JOIN LATERAL (
          SELECT t."dueAt" FROM "Touch" t WHERE t."shopId" = s."shopId" AND t.state = 'due'
          ORDER BY t."dueAt", t."touchId" LIMIT 1
        ) oldest
        WHERE s."pausedReason" IS NULL`;
      return instantOrNull(next?.dueAt ?? null);
    },
  };
}
