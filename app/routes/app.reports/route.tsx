import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadReport } from '#flows/load-report';
import { planLift } from '#flows/plan-lift';
import { readReportChoice } from '#flows/report-choice';
import { reports } from '#messages/reports';
import { segments } from '#messages/segments';
import { web } from '../../web.server';
import { ReportsScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const choice = readReportChoice(new URL(request.url).searchParams);
  const now = await clock.now();
  const report = await loadReport({ store }, { shopId, ...choice, now });
  if (!report) throw new Response(null, { status: 404 });
  const plan = await planLift({ store }, { shopId, lift: report.lift, now });
  const { segments } = (await store.newestSettings(shopId)).settings;
  return { ...report, plan, ownSegments: segments.own.map(({ id, name }) => ({ id, name })) };
};

export const handle = { words: { reports, segments } };

export default function ReportsPage() {
  return <ReportsScreen {...useLoaderData<typeof loader>()} />;
}
