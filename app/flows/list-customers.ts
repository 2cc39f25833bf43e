import { HORIZONS_DAYS, type HorizonDays } from '#core/lift/horizons';
import type { Arm } from '#core/decide/trace';
import { DAY_MS, type Instant } from '#core/shared/time';
import { keepOutcomes } from './keep-outcomes';

import type { Tools } from './ports';
import {
  OUTCOME_WHO,
  type OutcomeCursor,
  type OutcomeFilter,
  type OutcomeRow,
  type OutcomeTotals,
} from './ports/lift-store';
import { readReportChoice, type ReportChoice } from './report-choice';

const [PAGE, EXPORT_PAGE] = [50, 2000];
const ARMS: ReadonlyArray<Arm> = ['treatment', 'holdout'];

/** Which figure's customers a URL asks for. */
export type CustomersChoice = OutcomeFilter & ReportChoice & { readonly horizonDays: HorizonDays };

/** A customer; null for what they bought while their window is open, for a part of it would be read as all. */
export type CustomerRow = Pick<OutcomeRow, 'personId' | 'orderId' | 'orderName' | 'arm' | 'enrolledAt'> & {
  readonly outcome: Pick<
    OutcomeRow,
    'laterOrders' | 'laterRevenueMinor' | 'occasions' | 'occasionRevenueMinor' | 'isOfferBought'
  > | null;
};

export type Customers = {
  readonly rows: ReadonlyArray<CustomerRow>;
  readonly totals: OutcomeTotals; // of those who have finished, but for the number of customers
  readonly older: string | null; // the cursor of the next page
};

/** In: the query of the address; anything it does not know means everybody who has finished 90 days. */
export function readCustomersChoice(query: URLSearchParams): CustomersChoice {
  return {
    ...readReportChoice(query),
    arm: ARMS.find((arm) => arm === query.get('arm')) ?? null,
    who: OUTCOME_WHO.find((who) => who === query.get('who')) ?? 'finished',
    horizonDays: HORIZONS_DAYS.find((days) => String(days) === query.get('days')) ?? HORIZONS_DAYS[0],
  };
}

/**
 * The customers behind a figure of the lift, the newest first, one page, with the sums over all pages: what the figure
 * is made of. In: shop, choice, the cursor in the address, now (ms). A cursor that is none begins at the newest.
 */
export async function listCustomers(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly choice: CustomersChoice;
    readonly cursor: string | null;
    readonly now: Instant;
  },
): Promise<Customers> {
  const { shopId, choice, now } = input;
  await keepOutcomes({ store }, { shopId });
  const slice = sliceOf(choice, now);
  const [found, totals] = await Promise.all([
    store.listOutcomes(shopId, slice, choice, { after: readCursor(input.cursor), limit: PAGE + 1 }),
    store.sumOutcomes(shopId, slice, choice),
  ]);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => rowOf(row, choice, now)),
    totals,
    older: found.length > PAGE && last ? writeCursor(last) : null,
  };
}

/** All of them, a few thousand at a time. In: as above. Out: pages of rows. */
export async function* exportCustomers(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly choice: CustomersChoice; readonly now: Instant },
): AsyncGenerator<ReadonlyArray<CustomerRow>> {
  const { shopId, choice, now } = input;
  await keepOutcomes({ store }, { shopId });
  const slice = sliceOf(choice, now);
  let after: OutcomeCursor | null = null;
  for (;;) {
    const rows: ReadonlyArray<OutcomeRow> = await store.listOutcomes(shopId, slice, choice, {
      after,
      limit: EXPORT_PAGE,
    });
    if (rows.length > 0) yield rows.map((row) => rowOf(row, choice, now));
    if (rows.length < EXPORT_PAGE) return;
    after = rows.at(-1) ?? null;
  }
}

function rowOf(row: OutcomeRow, { horizonDays }: CustomersChoice, now: Instant): CustomerRow {
  const { personId, orderId, orderName, arm, enrolledAt, ...outcome } = row;
  const isFinished = enrolledAt + horizonDays * DAY_MS <= now;
  return { personId, orderId, orderName, arm, enrolledAt, outcome: isFinished ? outcome : null };
}

function sliceOf({ segment, horizonDays }: CustomersChoice, asOf: Instant) {
  return { horizonDays, asOf, segment };
}

function writeCursor({ enrolledAt, personId }: OutcomeCursor): string {
  return `${enrolledAt} ${personId}`;
}

function readCursor(cursor: string | null): OutcomeCursor | null {
  const [, at, personId] = /^(\d{1,13}) (.+)$/.exec(cursor ?? '') ?? [];
  return at === undefined || personId === undefined ? null : { enrolledAt: Number(at), personId };
}
