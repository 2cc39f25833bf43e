import type { LiftReport } from '#core/lift/lift-report';
import type { PlantedTruth } from './planted-truth';
import { outcomeOf, reasonOf, type Outcome, type TouchRow } from './outcomes';

const CAP_WINDOW_MS = 168 * 3_600_000;

export type Summary = {
  readonly shop: string;
  readonly history_until: string;
  readonly to: string;
  readonly orders: number; // history included
  readonly orders_simulated: number;
  readonly customers: number;
  readonly enrolments: number;
  readonly orders_not_enrolled: Readonly<Record<string, number>>;
  readonly touches: Readonly<Record<string, Readonly<Record<string, number>>>>; // outcome -> reason -> count
  readonly touches_by_number: Readonly<Record<string, Readonly<Record<string, number>>>>; // number -> outcome -> count
  readonly most_emails_to_one_person_in_168_hours: number;
  readonly unsubscribed: number;
  readonly lift: LiftReport | null;
  readonly planted: PlantedTruth | null; // null: the orders are somebody's own, and nobody knows the truth
  readonly wall_seconds: number;
};

/** Touches counted by outcome, and inside each by reason ("" where an outcome needs none). */
export function countTouches(rows: ReadonlyArray<TouchRow>): Summary['touches'] {
  const counts: Partial<Record<Outcome, Record<string, number>>> = {};
  for (const row of rows) {
    const byReason = (counts[outcomeOf(row)] ??= {});
    const reason = reasonOf(row);
    byReason[reason] = (byReason[reason] ?? 0) + 1;
  }
  return counts;
}

/** Touches counted by number, and inside each by outcome. */
export function countByNumber(rows: ReadonlyArray<TouchRow>): Summary['touches_by_number'] {
  const counts: Record<string, Record<string, number>> = {};
  for (const row of rows) {
    const byOutcome = (counts[row.touchNumber] ??= {});
    const outcome = outcomeOf(row);
    byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
  }
  return counts;
}

/** The most e-mails that one person got inside any 168 hours (two exactly 168 hours apart do not share a window). */
export function mostEmailsInWindow(rows: ReadonlyArray<TouchRow>): number {
  const byPerson = Map.groupBy(
    rows.filter((row) => outcomeOf(row) === 'sent' && row.sentAt !== null),
    (row) => row.personId,
  );
  let most = 0;
  for (const sent of byPerson.values()) {
    const times = sent.flatMap((row) => (row.sentAt ? [row.sentAt.getTime()] : [])).sort((a, b) => a - b);
    let from = 0;
    times.forEach((at, index) => {
      while ((times[from] ?? at) <= at - CAP_WINDOW_MS) from += 1;
      most = Math.max(most, index - from + 1);
    });
  }
  return most;
}
