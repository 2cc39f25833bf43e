import type { ReportChoice } from '#flows/report-choice';

/** The part of an address that asks for the same report, on whichever page. */
export function reportQuery({ period, segment, model }: ReportChoice): URLSearchParams {
  return new URLSearchParams({ period, ...(segment === null ? {} : { segment }), model });
}
