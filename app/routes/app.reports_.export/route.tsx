import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportReport } from '#flows/export-report';
import { loadReport } from '#flows/load-report';
import { readReportChoice } from '#flows/report-choice';
import { csvAnswer } from '../../csv-answer.server';
import { web } from '../../web.server';

/** The report of the same period and segment as a CSV file. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const choice = readReportChoice(new URL(request.url).searchParams);
  const report = await loadReport({ store }, { shopId, ...choice, now: await clock.now() });
  if (!report) throw new Response(null, { status: 404 });
  return csvAnswer('report.csv', exportReport(report));
};
