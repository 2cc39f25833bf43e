import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCreditedOrders } from '#flows/list-credited-orders';
import { readReportChoice } from '#flows/report-choice';
import { reports } from '#messages/reports';
import { segments } from '#messages/segments';
import { web } from '../../web.server';
import { CreditedScreen } from './screen';

const PAGE = 50;
const LAST_PAGE = 100_000;

/** One page of the orders behind the attributed revenue of a report. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const query = new URL(request.url).searchParams;
  const choice = readReportChoice(query);
  const asked = Number(query.get('page') ?? '1');
  const page = Number.isInteger(asked) && asked > 0 && asked < LAST_PAGE ? asked : 1;
  const { rows, revenueMinor } = await listCreditedOrders(
    { store },
    { shopId, ...choice, now: await clock.now() },
  );
  const { segments } = (await store.newestSettings(shopId)).settings;
  return {
    choice,
    segmentName: segments.own.find(({ id }) => id === choice.segment)?.name ?? null,
    rows: rows.slice((page - 1) * PAGE, page * PAGE),
    total: rows.length,
    revenueMinor,
    page,
    pageSize: PAGE,
  };
};

export const handle = { words: { reports, segments } };

export default function CreditedPage() {
  return <CreditedScreen {...useLoaderData<typeof loader>()} />;
}
