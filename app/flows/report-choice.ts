import { REPORT_PERIODS, type ReportPeriod } from './load-report';

const PERIODS: ReadonlySet<string> = new Set(REPORT_PERIODS);

/** What a URL asks the report for; anything it does not know means 90 days and everybody. */
export function readReportChoice(query: URLSearchParams): {
  readonly period: ReportPeriod;
  readonly segment: string | null;
} {
  const period = query.get('period') ?? '';
  return { period: isPeriod(period) ? period : '90', segment: query.get('segment') || null };
}

function isPeriod(period: string): period is ReportPeriod {
  return PERIODS.has(period);
}
