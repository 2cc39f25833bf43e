import { reportLift } from '#flows/report-lift';
import { toIso } from '#core/shared/time';
import type { AnswerOrder } from './dev-store-client';
import { countRefusals, type TouchRow } from './outcomes';
import { comparePlanted } from './planted-truth';
import { readTreated } from './read-treated';
import type { SimulatedDays } from './simulated-days';
import type { Stack } from './stack';
import { countByNumber, countTouches, mostEmailsInWindow, type Summary } from './summary';

/** The figures of summary.json, each counted from the rows that the other files show. */
export async function collectSummary(input: {
  readonly stack: Stack;
  readonly days: SimulatedDays;
  readonly rows: ReadonlyArray<TouchRow>;
  readonly answerOrders: ReadonlyArray<AnswerOrder> | null; // null: the store plants nothing
}): Promise<Omit<Summary, 'wall_seconds'>> {
  const { stack, days, rows, answerOrders } = input;
  const { client, shopId } = stack;
  const count = async (sql: string) => {
    const { rows: found } = await client.query<{ count: number }>(sql, [shopId]);
    return found[0]?.count ?? 0;
  };
  const lift = await reportLift(stack, { shopId, asOf: days.to });
  return {
    shop: shopId,
    history_until: toIso(days.historyUntil),
    to: toIso(days.to),
    orders: await count('SELECT count(*)::int AS count FROM "Order" WHERE "shopId" = $1'),
    orders_simulated: await count(
      'SELECT count(*)::int AS count FROM "Decision" WHERE "shopId" = $1 AND "touchId" IS NULL',
    ),
    customers: await count('SELECT count(*)::int AS count FROM "Person" WHERE "shopId" = $1'),
    enrolments: await count('SELECT count(*)::int AS count FROM "Enrolment" WHERE "shopId" = $1'),
    orders_not_enrolled: await countRefusals(client, shopId),
    touches: countTouches(rows),
    touches_by_number: countByNumber(rows),
    most_emails_to_one_person_in_168_hours: mostEmailsInWindow(rows),
    unsubscribed: await count(
      `SELECT count(*)::int AS count FROM "Suppression" WHERE "shopId" = $1 AND "source" = 'link'`,
    ),
    lift,
    planted:
      lift === null || answerOrders === null
        ? null
        : comparePlanted({
            orders: answerOrders,
            treated: await readTreated(client, shopId),
            report: lift,
          }),
  };
}
