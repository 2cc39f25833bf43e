import type { LiftReport } from '#core/lift/lift-report';
import type { Interval } from '#core/lift/per-arm';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { AnswerOrder } from './dev-store-client';

/** A customer of the treatment arm, from their first enrolment on. */
export type TreatedCustomer = {
  readonly customerId: string | null; // null: a guest, who has not answered by buying, for that makes them a customer
  readonly enrolledAt: Instant;
};

/** What a shop's e-mails caused, which only a generated store can know. Money in minor units of `currency`. */
export type PlantedTruth = {
  readonly currency: string;
  readonly orders: number; // bought by answering an e-mail, and not bought otherwise
  readonly revenue_minor: number; // of them, net
  readonly orders_left_out: {
    readonly not_of_treatment: number; // of nobody whom the report counts to the treatment
    readonly window_not_full: number;
    readonly after_window: number;
  };
  readonly orders_counted: number;
  readonly revenue_counted_minor: number;
  readonly customers: number; // of the treatment, with a full window
  readonly per_customer_minor: number | null; // the truth beside reported.difference_minor; null: nobody has finished
  readonly reported: {
    readonly difference_minor: number;
    readonly fixed: JudgedInterval;
    readonly always_valid: JudgedInterval;
  } | null; // null: the report compares nothing
};

type JudgedInterval = {
  readonly low_minor: number;
  readonly high_minor: number;
  readonly holds_planted: boolean;
};

/**
 * The planted revenue per treated customer, by the definition of the report's revenue per customer, and whether the
 * intervals of its difference hold it. It is reckoned from what the store knows and from who was enrolled when, not by the
 * report's own code: what that has wrong must not be right here. Both are of one experiment period, for nobody changes
 * the settings in a simulation.
 */
export function comparePlanted(input: {
  readonly orders: ReadonlyArray<AnswerOrder>;
  readonly treated: ReadonlyArray<TreatedCustomer>;
  readonly report: LiftReport;
}): PlantedTruth {
  const { orders, treated, report } = input;
  const windowMs = report.horizonDays * DAY_MS;
  const isFull = (enrolledAt: Instant) => enrolledAt + windowMs <= report.asOf;
  const enrolments = new Map(treated.map(({ customerId, enrolledAt }) => [customerId, enrolledAt]));
  const placeOf = ({ customerId, createdAt }: AnswerOrder) => {
    const enrolledAt = customerId === null ? undefined : enrolments.get(customerId);
    // An e-mail comes after the enrolment: who buys before it is not the customer that the report knows.
    if (enrolledAt === undefined || createdAt <= enrolledAt) return { where: 'not_of_treatment', end: null };
    const end = enrolledAt + windowMs;
    if (!isFull(enrolledAt)) return { where: 'window_not_full', end };
    return { where: createdAt < end ? 'counted' : 'after_window', end };
  };

  const placed = orders.map((order) => ({ order, ...placeOf(order) }));
  const within = placed.filter(({ where }) => where === 'counted');
  const counted = within.map(({ order, end }) => netBefore(order, end)).filter((minor) => minor > 0);
  const revenue = sum(counted);
  const leftOut = (why: string) => placed.filter(({ where }) => where === why).length;
  const customers = treated.filter(({ enrolledAt }) => isFull(enrolledAt)).length;
  const perCustomer = customers === 0 ? null : revenue / customers;
  return {
    currency: report.currency,
    orders: orders.length,
    revenue_minor: sum(orders.map((order) => netBefore(order, null))),
    orders_left_out: {
      not_of_treatment: leftOut('not_of_treatment'),
      window_not_full: leftOut('window_not_full'),
      after_window: leftOut('after_window'),
    },
    orders_counted: counted.length,
    revenue_counted_minor: revenue,
    customers,
    per_customer_minor: perCustomer,
    reported: perCustomer === null ? null : judgeReport(report, perCustomer),
  };
}

/** What is left of an order at an instant (null: now). */
function netBefore({ isCancelled, subtotalMinor, refunds }: AnswerOrder, end: Instant | null): number {
  if (isCancelled) return 0;
  const refunded = refunds.filter(({ at }) => end === null || at < end);
  return subtotalMinor - sum(refunded.map((refund) => refund.subtotalMinor));
}

function judgeReport({ comparison }: LiftReport, truth: number): PlantedTruth['reported'] {
  if (comparison.kind === 'hidden') return null;
  const { fixed, sequentialDifference } = comparison.revenuePerCustomer;
  if (fixed.kind !== 'measured' || sequentialDifference === null) return null;
  return {
    difference_minor: fixed.difference.difference,
    fixed: judgeInterval(fixed.difference.interval, truth),
    always_valid: judgeInterval(sequentialDifference.interval, truth),
  };
}

function judgeInterval({ low, high }: Interval, truth: number): JudgedInterval {
  return { low_minor: low, high_minor: high, holds_planted: low <= truth && truth <= high };
}

function sum(figures: ReadonlyArray<number>): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
