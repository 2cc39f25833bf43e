import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { DecisionRecord } from '#flows/records';
import { packTrace } from './pack-trace';
import { parseCandidates, parseGates, parseReason, parseVariation } from './parse-decision';
import { withinShop, type Sql } from './within-shop';

type DecisionRow = Omit<DecisionRecord, 'decidedAt' | 'reason' | 'gates' | 'candidates' | 'variation'> & {
  readonly decidedAt: Date;
  readonly reason: string | null;
  readonly gates: unknown;
  readonly candidates: unknown;
  readonly variation: unknown;
};

export function decisionMethods(prisma: PrismaClient): Pick<Store, 'findDecision' | 'latestDecisions'> {
  return {
    findDecision: (shopId, decisionId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [found] = await readDecisions(
          sql,
          Prisma.sql`"shopId" = ${shopId} AND "decisionId" = ${decisionId}`,
          1,
        );
        return found ?? null;
      }),

    latestDecisions: (shopId, limit) =>
      withinShop(prisma, shopId, (sql) => readDecisions(sql, Prisma.sql`"shopId" = ${shopId}`, limit)),
  };
}

/** False when this decision, or the one about enrolling this order, is kept already. */
export async function insertDecision(sql: Sql, shopId: string, decision: DecisionRecord): Promise<boolean> {
  const candidates = decision.candidates === null ? null : JSON.stringify(packTrace(decision.candidates));
  const variation = decision.variation === null ? null : JSON.stringify(decision.variation);
  const inserted = await sql.$executeRaw`
    INSERT INTO "Decision" ("shopId", "decisionId", "orderId", "personId", "touchId", "touchNumber", "decidedAt", verdict,
      reason, arm, "settingsVersion", rule, gates, candidates, "chosenProductId", variation)
    VALUES (${shopId}, ${decision.decisionId}, ${decision.orderId}, ${decision.personId}, ${decision.touchId},
      ${decision.touchNumber}, ${toIso(decision.decidedAt)}::timestamptz, ${decision.verdict}, ${decision.reason},
      ${decision.arm}, ${decision.settingsVersion}, ${decision.rule}, ${JSON.stringify(decision.gates)}::jsonb,
      ${candidates}::jsonb, ${decision.chosenProductId}, ${variation}::jsonb)
    ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** The newest decisions about some orders, by time, and how many older ones there are. */
export async function readDecisionsOf(
  sql: Sql,
  shopId: string,
  { orderIds, most }: { readonly orderIds: ReadonlyArray<string>; readonly most: number },
): Promise<{ readonly decisions: ReadonlyArray<DecisionRecord>; readonly leftOut: number }> {
  const where = Prisma.sql`"shopId" = ${shopId} AND "orderId" = ANY(${[...orderIds]}::text[])`;
  const newest = await readDecisions(sql, where, most);
  const [counted] = await sql.$queryRaw<ReadonlyArray<{ readonly count: number }>>`
    SELECT count(*)::int AS count FROM "Decision" WHERE ${where}`;
  return { decisions: [...newest].reverse(), leftOut: (counted?.count ?? 0) - newest.length };
}

async function readDecisions(
  sql: Sql,
  where: Prisma.Sql,
  limit: number,
): Promise<ReadonlyArray<DecisionRecord>> {
  const rows = await sql.$queryRaw<ReadonlyArray<DecisionRow>>`
    SELECT "decisionId", "shopId", "orderId", "personId", "touchId", "touchNumber", "decidedAt", verdict, reason, arm,
      "settingsVersion", rule, gates, candidates, "chosenProductId", variation
    FROM "Decision" WHERE ${where} ORDER BY "decidedAt" DESC, "decisionId" LIMIT ${limit}`;
  return rows.map((row) => ({
    ...row,
    decidedAt: row.decidedAt.getTime(),
    reason: parseReason(row.reason),
    gates: parseGates(row.gates),
    candidates: parseCandidates(row.candidates),
    variation: parseVariation(row.variation),
  }));
}
