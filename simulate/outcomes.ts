import type { Client } from 'pg';
import { unpackTrace } from '#adapters/database/pack-trace';

/** One planned touch as the ledger has it at the end. */
export type TouchRow = {
  readonly touchId: string;
  readonly customerId: string | null;
  readonly personId: string;
  readonly orderId: string;
  readonly touchNumber: number;
  readonly arm: string;
  readonly confirmedAt: Date;
  readonly firstDueAt: Date;
  readonly decidedAt: Date | null;
  readonly sentAt: Date | null;
  readonly state: string;
  readonly reason: string | null;
  readonly productId: string | null;
  readonly productPriceMinor: string | null;
  readonly priceBaseMinor: string | null;
  readonly orderSubtotalMinor: string | null;
  readonly subject: string | null;
  readonly settingsVersion: number;
};

export type Outcome = 'sent' | 'withheld' | 'skipped' | 'failed' | 'ambiguous' | 'exited' | 'pending';

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  accepted: 'sent',
  withheld: 'withheld',
  skipped: 'skipped',
  failed: 'failed',
  ambiguous: 'ambiguous',
  sending: 'ambiguous', // begun and never settled
  exited: 'exited',
  due: 'pending',
  claimed: 'pending',
};

/** What became of a touch, in the words of the result files. Throws on a state that has none. */
export function outcomeOf(row: Pick<TouchRow, 'state' | 'touchId'>): Outcome {
  const outcome = OUTCOMES[row.state];
  if (!outcome)
    throw new Error(
      `touch ${row.touchId} is in state "${row.state}", which has no outcome; add it to OUTCOMES`,
    );
  return outcome;
}

/** Why, for every outcome but sent and pending. */
export function reasonOf(row: TouchRow): string {
  const outcome = outcomeOf(row);
  if (outcome === 'sent' || outcome === 'pending') return '';
  return outcome === 'withheld' ? 'holdout' : (row.reason ?? '');
}

/** Reads the ledger in plan order. In: an open connection, the shop. */
export async function readTouches(client: Client, shopId: string): Promise<ReadonlyArray<TouchRow>> {
  const { rows } = await client.query<TouchRow>(
    `SELECT t."touchId", p."customerId", t."personId", t."orderId", t."touchNumber", e."arm", e."confirmedAt",
            t."firstDueAt", t."decidedAt", t."sentAt", t."state", t."reason", t."productId",
            t."productPriceMinor"::text, t."priceBaseMinor"::text, t."orderSubtotalMinor"::text, t."subject", t."settingsVersion"
       FROM "Touch" t
       JOIN "Enrolment" e ON e."shopId" = t."shopId" AND e."enrolmentId" = t."enrolmentId"
       JOIN "Person" p ON p."shopId" = t."shopId" AND p."personId" = t."personId"
      WHERE t."shopId" = $1
      ORDER BY e."confirmedAt", length(t."orderId"), t."orderId", t."touchNumber"`,
    [shopId],
  );
  return rows;
}

/** E-mails handed over at one moment, so that their shoppers can be told. */
export async function touchesSentAt(
  client: Client,
  shopId: string,
  at: number,
): Promise<ReadonlyArray<{ readonly touchId: string; readonly touchNumber: number }>> {
  const { rows } = await client.query<{ touchId: string; touchNumber: number }>(
    `SELECT "touchId", "touchNumber" FROM "Touch" WHERE "shopId" = $1 AND "state" = 'accepted' AND "sentAt" = $2 ORDER BY "touchId"`,
    [shopId, new Date(at)],
  );
  return rows;
}

/** Orders that did not enrol, counted by reason. */
export async function countRefusals(
  client: Client,
  shopId: string,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await client.query<{ reason: string; count: number }>(
    `SELECT "reason", count(*)::int AS "count" FROM "Decision"
      WHERE "shopId" = $1 AND "touchId" IS NULL AND "verdict" = 'refuse' GROUP BY 1 ORDER BY 2 DESC, 1`,
    [shopId],
  );
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
}

/** A decision as it is kept: what is plain, and the texts of what is nested, which only pass through. */
export type DecisionRow = {
  readonly plain: Readonly<Record<string, unknown>>;
  readonly gates: string;
  readonly best: string | null; // candidates in full; null: no offer was looked for
  readonly others: Readonly<Record<string, ReadonlyArray<string>>> | null; // product ids by the reason for which they lost
  readonly variation: string | null;
};

/** The decisions in the order in which they were made, a page at a time. */
export async function* readDecisions(client: Client, shopId: string): AsyncIterable<DecisionRow> {
  await client.query('BEGIN');
  await client.query({
    text: `DECLARE traces CURSOR FOR
      SELECT gates::text, (candidates -> 'best')::text AS best, candidates -> 'others' AS others, variation::text,
        "shopId", "decisionId", "orderId", "personId", "touchId", "touchNumber", "decidedAt", "verdict", "reason", "arm",
        "settingsVersion", "rule", "chosenProductId"
      FROM "Decision" WHERE "shopId" = $1 ORDER BY "decidedAt", "orderId", "touchNumber" NULLS FIRST, "decisionId"`,
    values: [shopId],
  });
  const read = () => {
    const page = client.query<Omit<DecisionRow, 'plain'>>('FETCH 500 FROM traces');
    page.catch(() => undefined); // waited for below, unless the writer fails first
    return page;
  };
  for (let next = read(); ;) {
    const { rows } = await next;
    if (rows.length === 0) break;
    next = read(); // the server unpacks these while the last ones are written
    for (const { gates, best, others, variation, ...plain } of rows)
      yield { plain, gates, best, others: others && unpackTrace({ best, others }).others, variation };
  }
  await client.query('COMMIT');
}
