import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadCohorts } from '#flows/load-cohorts';
import { readReportChoice } from '#flows/report-choice';
import { cohorts } from '#messages/cohorts';
import { segments } from '#messages/segments';
import { web } from '../../web.server';
import { CohortsScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const choice = readReportChoice(new URL(request.url).searchParams);
  const { segment } = choice;
  const view = await loadCohorts({ store }, { shopId, segment, now: await clock.now() });
  if (!view) throw new Response(null, { status: 404 });
  const { segments } = (await store.newestSettings(shopId)).settings;
  return { view, choice, segmentName: segments.own.find(({ id }) => id === segment)?.name ?? null };
};

export const handle = { words: { cohorts, segments } };

export default function CohortsPage() {
  return <CohortsScreen {...useLoaderData<typeof loader>()} />;
}
