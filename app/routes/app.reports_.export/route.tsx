import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportReport } from '#flows/export-report';
import { loadCohorts } from '#flows/load-cohorts';
import { loadReport } from '#flows/load-report';
import { readReportChoice } from '#flows/report-choice';
import { csvAnswer } from '../../csv-answer.server';
import { web } from '../../web.server';

/** The report of the same period and segment as a CSV file. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const choice = readReportChoice(new URL(request.url).searchParams);
  const now = await clock.now();
  const report = await loadReport({ store }, { shopId, ...choice, now });
  const cohorts = await loadCohorts({ store }, { shopId, segment: choice.segment, now });
  if (!report || !cohorts) throw new Response(null, { status: 404 });
  return csvAnswer('report.csv', exportReport(report, cohorts));
};
