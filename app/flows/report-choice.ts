import { CREDIT_MODELS, type CreditModel } from '#core/attribution/credit-models';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { ReportSlice } from './ports/report-store';

export const REPORT_PERIODS = ['30', '90', '365', 'all'] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

export type ReportChoice = {
  readonly period: ReportPeriod; // in days, or since the start
  readonly segment: string | null; // at enrolment
  readonly model: CreditModel; // how an order is shared out among the touches before it
};

/** What a URL asks the report for; anything it does not know means 90 days, everybody, last touch. */
export function readReportChoice(query: URLSearchParams): ReportChoice {
  return {
    period: REPORT_PERIODS.find((period) => period === query.get('period')) ?? '90',
    segment: query.get('segment') || null,
    model: CREDIT_MODELS.find((model) => model === query.get('model')) ?? 'last_touch',
  };
}

/** In: period and segment, now (ms). Out: the same as instants, from 0 for everything since the start. */
export function sliceOf(
  { period, segment }: Pick<ReportChoice, 'period' | 'segment'>,
  now: Instant,
): ReportSlice {
  return { from: period === 'all' ? 0 : now - Number(period) * DAY_MS, until: now, segment };
}
