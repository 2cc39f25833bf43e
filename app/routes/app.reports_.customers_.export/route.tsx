import type { LoaderFunctionArgs } from '@remix-run/node';
import { toIso } from '#core/shared/time';
import { exportCustomers, readCustomersChoice, type CustomerRow } from '#flows/list-customers';
import { csvPagesAnswer } from '../../csv-answer.server';
import { web } from '../../web.server';

const HEADINGS = [
  'first order', 'group', 'enrolled at', 'later orders', 'revenue of later orders, minor units',
  'purchase occasions', 'revenue with the first order, minor units', 'offered product bought',
]; // prettier-ignore

/** All customers behind a figure as a CSV file. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const choice = readCustomersChoice(new URL(request.url).searchParams);
  const pages = exportCustomers({ store }, { shopId, choice, now: await clock.now() });
  return csvPagesAnswer('customers.csv', HEADINGS, inCells(pages));
};

async function* inCells(pages: AsyncIterable<ReadonlyArray<CustomerRow>>) {
  for await (const rows of pages)
    yield rows.map((row) => [
      row.orderName,
      row.arm === 'treatment' ? 'emailed' : 'held out',
      toIso(row.enrolledAt),
      row.outcome?.laterOrders ?? null,
      row.outcome?.laterRevenueMinor ?? null,
      row.outcome?.occasions ?? null,
      row.outcome?.occasionRevenueMinor ?? null,
      answerOf(row.outcome?.isOfferBought ?? null),
    ]);
}

function answerOf(isOfferBought: boolean | null): string | null {
  return isOfferBought === null ? null : isOfferBought ? 'yes' : 'no';
}
