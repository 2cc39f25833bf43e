import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { REASONS } from '#core/suppression/reasons';
import { STOPPED_DAYS } from '#core/suppression/stopped-days';
import { listActivity, MOST_COUNTED, type ActivityTab } from '#flows/list-activity';
import { ANSWERS, OUTCOMES } from '#flows/ports/activity-store';
import { activity } from '#messages/activity';
import { reasons } from '#messages/reasons';
import { web } from '../../web.server';
import { ActivityScreen } from './screen';

/** In days; 30 is what Suppression counts, and Reports has the longer ones. */
const PERIODS: ReadonlyArray<number> = [7, STOPPED_DAYS, 90, 365];
const TOUCHES = [1, 2, 3] as const;
const TABS: ReadonlyArray<ActivityTab> = ['all', ...OUTCOMES];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const asked = new URL(request.url).searchParams;
  const tab = TABS.find((name) => name === asked.get('tab')) ?? 'all';
  const reason = REASONS.find((name) => name === asked.get('reason')) ?? null;
  const days = PERIODS.find((period) => String(period) === asked.get('days')) ?? null;
  const touchNumber = TOUCHES.find((number) => String(number) === asked.get('touch')) ?? null;
  const answer = ANSWERS.find((name) => name === asked.get('answer')) ?? null;
  const search = asked.get('q') ?? '';
  const cursor = asked.get('cursor');
  const now = await clock.now();
  const { rows, older, counts } = await listActivity(
    { store },
    { shopId, tab, reason, touchNumber, answer, days, search, cursor, now },
  );
  return {
    tab,
    tabs: TABS,
    reason,
    touchNumber,
    answer,
    days,
    periods: PERIODS,
    search,
    cursor,
    rows,
    older,
    counts,
    mostCounted: MOST_COUNTED,
  };
};

export const handle = { words: { activity, reasons } };

export default function Activity() {
  return <ActivityScreen {...useLoaderData<typeof loader>()} />;
}
