import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import {
  OUTCOMES,
  type ActivityFilter,
  type ActivityRow,
  type ActivityStore,
  type Answer,
  type Outcome,
} from '#flows/ports/activity-store';
import { IS_CREDITABLE } from './credited-orders';
import { instantOrNull } from './instant';
import { withinShop, type Sql } from './within-shop';

type Row = Omit<ActivityRow, 'at' | 'dueAt'> & { readonly at: Date; readonly dueAt: Date | null };

/** As in the index "Touch_activity_idx". */
const AT = Prisma.sql`coalesce(t."sentAt", t."decidedAt", t."firstDueAt")`;

/** Written out, not handed in: the planner has to see the outcome to know which index holds it, and how rare it is. */
const OUTCOME_SQL = {
  sent: Prisma.sql`'sent'`,
  held_out: Prisma.sql`'held_out'`,
  skipped: Prisma.sql`'skipped'`,
  waiting: Prisma.sql`'waiting'`,
  failed: Prisma.sql`'failed'`,
} as const satisfies Readonly<Record<Outcome, Prisma.Sql>>;

/** Counted as in Reports: what a machine did is nobody's answer. */
const ANSWERED_SQL = {
  delivered: Prisma.sql`v.kind IN ('delivered', 'open', 'click')`,
  opened: Prisma.sql`v.kind = 'open' AND NOT v."isMachine"`,
  clicked: Prisma.sql`v.kind = 'click' AND NOT v."isMachine"`,
} as const satisfies Readonly<Record<Exclude<Answer, 'bought'>, Prisma.Sql>>;

export function activityMethods(
  prisma: PrismaClient,
): Pick<ActivityStore, 'listActivity' | 'countActivity' | 'findActivityOrders'> {
  return {
    // Each outcome gives its newest from its own stretch of the index; names are read for the one page only.
    listActivity: (shopId, filter, { after, limit }) =>
      withinShop(prisma, shopId, async (sql) => {
        const at = after === null ? 'infinity' : toIso(after.at);
        const id = after?.id ?? '';
        const refused = mayBeRefusals(filter)
          ? Prisma.sql`UNION ALL (
              SELECT d."decisionId", 'refusal', 'skipped', d."decidedAt", d."orderId", d."personId", NULL, d.reason,
                NULL, NULL, d."decisionId"
              FROM "Decision" d
              WHERE ${whereRefused(shopId, filter)} AND (d."decidedAt", d."decisionId") < (${at}::timestamptz, ${id})
              ORDER BY d."decidedAt" DESC, d."decisionId" DESC LIMIT ${limit})`
          : Prisma.empty;
        const newestOf = (outcome: Outcome) => Prisma.sql`(
          SELECT t."touchId" AS id, 'touch' AS kind, ${OUTCOME_SQL[outcome]} AS outcome, ${AT} AS at, t."orderId",
            t."personId", t."touchNumber", t.reason, CASE ${OUTCOME_SQL[outcome]} WHEN 'waiting' THEN t."dueAt" END AS "dueAt",
            t."productId", NULL AS "decisionId"
          FROM "Touch" t
          WHERE ${whereTouch(shopId, filter, outcome)} AND ${AT} <= ${at}::timestamptz
            AND (${AT}, t."touchId") < (${at}::timestamptz, ${id})
          ORDER BY ${AT} DESC, t."touchId" DESC LIMIT ${limit})`;
        const rows = await sql.$queryRaw<ReadonlyArray<Row>>`
          WITH newest AS (
            SELECT * FROM (
              ${Prisma.join(filter.outcomes.map(newestOf), ' UNION ALL ')}
              ${refused}
            ) every ORDER BY at DESC, id DESC LIMIT ${limit})
          SELECT n.id, n.kind, n.outcome, n.at, n."orderId", coalesce(o.name, '') AS "orderName", n."personId",
            n."touchNumber", n.reason, n."dueAt", p.product ->> 'title' AS "productTitle",
            coalesce(n."decisionId", (SELECT d."decisionId" FROM "Decision" d
              WHERE d."shopId" = ${shopId} AND d."orderId" = n."orderId" AND d."touchId" = n.id
              ORDER BY d."decidedAt" DESC LIMIT 1)) AS "decisionId"
          FROM newest n
          LEFT JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = n."orderId"
          LEFT JOIN "Product" p ON p."shopId" = ${shopId} AND p."productId" = n."productId"
          ORDER BY n.at DESC, n.id DESC`;
        return rows.map((row) => ({ ...row, at: row.at.getTime(), dueAt: instantOrNull(row.dueAt) }));
      }),

    countActivity: (shopId, filter, most) =>
      withinShop(prisma, shopId, async (sql) => {
        const touches = await sql.$queryRaw<
          ReadonlyArray<{ readonly outcome: string; readonly count: number }>
        >`
          ${Prisma.join(
            OUTCOMES.map(
              (outcome) => Prisma.sql`SELECT ${OUTCOME_SQL[outcome]} AS outcome, (SELECT count(*)::int FROM (
                SELECT FROM "Touch" t WHERE ${whereTouch(shopId, filter, outcome)} LIMIT ${most + 1}) counted) AS count`,
            ),
            ' UNION ALL ',
          )}`;
        const refusals = mayBeRefusals({ ...filter, outcomes: OUTCOMES })
          ? await countRefused(sql, shopId, filter, most)
          : 0;
        const counted = (outcome: string) =>
          (touches.find((row) => row.outcome === outcome)?.count ?? 0) +
          (outcome === 'skipped' ? refusals : 0);
        return {
          sent: counted('sent'),
          held_out: counted('held_out'),
          skipped: counted('skipped'),
          waiting: counted('waiting'),
          failed: counted('failed'),
        };
      }),

    findActivityOrders: (shopId, search, limit) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<ReadonlyArray<{ readonly orderId: string }>>`
          SELECT "orderId" FROM "Order" WHERE "shopId" = ${shopId} AND name = ANY(${[...search.orderNames]}::text[])
          UNION
          SELECT o."orderId" FROM "Person" p JOIN "Order" o ON o."shopId" = ${shopId} AND o."personId" = p."personId"
          WHERE p."shopId" = ${shopId} AND p."customerId" = ${search.customerId}
          UNION
          SELECT o."orderId" FROM "Person" p JOIN "Order" o ON o."shopId" = ${shopId} AND o."personId" = p."personId"
          WHERE p."shopId" = ${shopId} AND p."emailHash" = ${search.emailHash}
          LIMIT ${limit}`;
        return rows.map(({ orderId }) => orderId);
      }),
  };
}

/** Orders lead to touches by way of their enrolment, which has the index. */
function whereTouch(
  shopId: string,
  { reason, touchNumber, answer, orderIds, since }: Omit<ActivityFilter, 'outcomes'>,
  outcome: Outcome,
): Prisma.Sql {
  const ofReason = reason === null ? Prisma.empty : Prisma.sql`AND t.reason = ${reason}`;
  const ofOrders =
    orderIds === null
      ? Prisma.empty
      : Prisma.sql`AND t."enrolmentId" IN (SELECT e."enrolmentId" FROM "Enrolment" e
          WHERE e."shopId" = ${shopId} AND e."orderId" = ANY(${[...orderIds]}::text[]))`;
  return Prisma.sql`t."shopId" = ${shopId} AND touch_outcome(t.state) = ${OUTCOME_SQL[outcome]} ${ofReason} ${ofOrders}
    ${touchNumber === null ? Prisma.empty : Prisma.sql`AND t."touchNumber" = ${touchNumber}`}
    ${answer === null ? Prisma.empty : Prisma.sql`AND ${answered(shopId, answer)}`}
    ${since === null ? Prisma.empty : Prisma.sql`AND ${AT} >= ${toIso(since)}::timestamptz`}`;
}

function answered(shopId: string, answer: Answer): Prisma.Sql {
  return answer === 'bought'
    ? Prisma.sql`EXISTS (SELECT FROM "Credit" c JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = c."orderId"
        WHERE c."shopId" = ${shopId} AND c."touchId" = t."touchId" AND c."isLast" AND ${IS_CREDITABLE})`
    : Prisma.sql`EXISTS (SELECT FROM "EmailEvent" v
        WHERE v."shopId" = ${shopId} AND v."touchId" = t."touchId" AND ${ANSWERED_SQL[answer]})`;
}

/** An order that started no sequence has no touch, and nothing came of an e-mail. */
function mayBeRefusals({ outcomes, touchNumber, answer }: ActivityFilter): boolean {
  return outcomes.includes('skipped') && touchNumber === null && answer === null;
}

function whereRefused(
  shopId: string,
  { reason, orderIds, since }: Omit<ActivityFilter, 'outcomes'>,
): Prisma.Sql {
  const ofReason = reason === null ? Prisma.empty : Prisma.sql`AND d.reason = ${reason}`;
  const ofOrders =
    orderIds === null ? Prisma.empty : Prisma.sql`AND d."orderId" = ANY(${[...orderIds]}::text[])`;
  return Prisma.sql`d."shopId" = ${shopId} AND d."touchId" IS NULL AND d.verdict = 'refuse' ${ofReason} ${ofOrders}
    ${since === null ? Prisma.empty : Prisma.sql`AND d."decidedAt" >= ${toIso(since)}::timestamptz`}`;
}

async function countRefused(
  sql: Sql,
  shopId: string,
  filter: Omit<ActivityFilter, 'outcomes'>,
  most: number,
): Promise<number> {
  const [counted] = await sql.$queryRaw<ReadonlyArray<{ readonly count: number }>>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "Decision" d WHERE ${whereRefused(shopId, filter)} LIMIT ${most + 1}) counted`;
  return counted?.count ?? 0;
}
