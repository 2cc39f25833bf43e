import type { PrismaClient } from '@prisma/client';
import type { MailFaults } from '#core/guardrails/judge-mail';
import { toIso } from '#core/shared/time';
import type { GuardrailStore } from '#flows/ports/guardrail-store';
import { instantOrNull } from './instant';
import { atOnceWithinShop } from './within-shop';

export function guardrailMethods(prisma: PrismaClient): GuardrailStore {
  return {
    mailFaults: (shopId, from) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [faults] = await sql.$queryRaw<ReadonlyArray<MailFaults>>`
          SELECT count(*)::int AS sent, count(*) FILTER (WHERE v.complained)::int AS complaints,
            count(*) FILTER (WHERE v.bounced)::int AS bounces
          FROM "Touch" t JOIN "Shop" s ON s."shopId" = ${shopId}
          LEFT JOIN LATERAL (
            SELECT bool_or(kind = 'spamreport') AS complained, bool_or(kind = 'bounce' AND NOT "isTemporary") AS bounced
            FROM "EmailEvent" WHERE "shopId" = ${shopId} AND "touchId" = t."touchId"
          ) v ON true
          WHERE t."shopId" = ${shopId} AND t.state = 'accepted'
            AND t."sentAt" > greatest(${toIso(from)}::timestamptz, s."resumedAt")`;
        return faults ?? { sent: 0, complaints: 0, bounces: 0 };
      }),

    resumedAt: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly resumedAt: Date | null }>>`
          SELECT "resumedAt" FROM "Shop" WHERE "shopId" = ${shopId}`;
        return instantOrNull(row?.resumedAt ?? null);
      }),
  };
}
