import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { NewEnrolment } from '#flows/records';
import { insertDecision } from './decisions';
import { exitEnrolmentsWhere } from './exit-enrolments';
import { lockPerson } from './lock';
import { withinShop, type Sql } from './within-shop';

/** Undoes the transaction: what the decision was based on is no longer true. */
class Outdated extends Error {}

export function enrolmentMethods(prisma: PrismaClient): Pick<Store, 'saveEnrolment'> {
  return {
    // Unique: one enrolment decision per order, one enrolment per order, one live enrolment per person.
    saveEnrolment: async (shopId, { decision, enrolment, exit }) => {
      try {
        return await withinShop(prisma, shopId, async (sql) => {
          const [, isNew] = await Promise.all([
            decision.personId === null ? null : lockPerson(sql, shopId, decision.personId),
            insertDecision(sql, shopId, decision),
          ]);
          if (!isNew) return 'duplicate';
          if (exit) {
            const where = Prisma.sql`"enrolmentId" = ${exit.enrolmentId}`;
            await exitEnrolmentsWhere(sql, { shopId, where, reason: exit.reason, now: decision.decidedAt });
          }
          if (enrolment) {
            await fixArm(sql, shopId, enrolment, decision.decidedAt);
            await insertEnrolment(sql, shopId, enrolment, decision.decidedAt);
          }
          return 'saved';
        });
      } catch (error) {
        if (error instanceof Outdated) return 'conflict';
        throw error;
      }
    },
  };
}

type Enrolment = NonNullable<NewEnrolment['enrolment']>;

/** The first arm holds for ever; a decision that was made with another one, or for nobody, is made again. */
async function fixArm(sql: Sql, shopId: string, enrolment: Enrolment, at: number): Promise<void> {
  const { arm, personId, settingsVersion } = enrolment;
  const [person] = await sql.$queryRaw<ReadonlyArray<{ readonly arm: string }>>`
    UPDATE "Person" SET
      arm = coalesce(arm, ${arm}),
      "armAssignedAt" = coalesce("armAssignedAt", ${toIso(at)}::timestamptz),
      experiment = coalesce(experiment, (SELECT settings ->> 'experimentSalt' FROM "SettingsVersion"
        WHERE "shopId" = ${shopId} AND version = ${settingsVersion}))
    WHERE "shopId" = ${shopId} AND "personId" = ${personId}
    RETURNING arm`;
  if (person?.arm !== arm) throw new Outdated();
}

async function insertEnrolment(sql: Sql, shopId: string, enrolment: Enrolment, at: number): Promise<void> {
  const { enrolmentId, orderId, personId, touches } = enrolment;
  const enrolledAt = toIso(at);
  const isLive = touches.some((touch) => touch.skipped === null);
  const inserted = await sql.$executeRaw`
    INSERT INTO "Enrolment" ("shopId", "enrolmentId", "orderId", "personId", arm, "confirmedAt", "enrolledAt",
      "settingsVersion", zone, segments, subscribable, "isLive", "endedAt", "exitReason")
    VALUES (${shopId}, ${enrolmentId}, ${orderId}, ${personId}, ${enrolment.arm},
      ${toIso(enrolment.confirmedAt)}::timestamptz, ${enrolledAt}::timestamptz, ${enrolment.settingsVersion},
      ${enrolment.zone}, ${[...enrolment.segments]}::text[], ARRAY(SELECT number FROM "Product"
        WHERE "shopId" = ${shopId} AND "productId" = ANY(${[...enrolment.subscribable]}::text[])), ${isLive},
      ${isLive ? null : enrolledAt}::timestamptz, ${isLive ? null : 'completed'})
    ON CONFLICT DO NOTHING`;
  if (inserted === 0) throw new Outdated();

  const rows = touches.map((touch) => ({
    touchId: touch.touchId,
    touchNumber: touch.touchNumber,
    state: touch.skipped === null ? 'due' : 'skipped',
    reason: touch.skipped,
    dueAt: toIso(touch.dueAt),
    windowEndsAt: toIso(touch.windowEndsAt),
  }));
  await sql.$executeRaw`
    INSERT INTO "Touch" ("shopId", "touchId", "enrolmentId", "orderId", "personId", "touchNumber", state, reason,
      "firstDueAt", "dueAt", "windowEndsAt", "decidedAt", "settingsVersion")
    SELECT ${shopId}, t."touchId", ${enrolmentId}, ${orderId}, ${personId}, t."touchNumber", t.state, t.reason,
      t."dueAt", t."dueAt", t."windowEndsAt", ${enrolledAt}::timestamptz, ${enrolment.settingsVersion}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t("touchId" text, "touchNumber" int, state text,
      reason text, "dueAt" timestamptz, "windowEndsAt" timestamptz)`;
}
