import type { LoaderFunctionArgs } from '@remix-run/node';
import { toIso } from '#core/shared/time';
import { exportCustomers, readCustomersChoice } from '#flows/list-customers';
import type { OutcomeRow } from '#flows/ports/lift-store';
import { csvPagesAnswer } from '../../csv-answer.server';
import { web } from '../../web.server';

const HEADINGS = [
  'customer', 'first order', 'group', 'enrolled at', 'later orders', 'revenue of later orders, minor units',
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

async function* inCells(pages: AsyncIterable<ReadonlyArray<OutcomeRow>>) {
  for await (const rows of pages)
    yield rows.map((row) => [
      row.personId,
      row.orderName,
      row.arm === 'treatment' ? 'emailed' : 'held out',
      toIso(row.enrolledAt),
      row.laterOrders,
      row.laterRevenueMinor,
      row.occasions,
      row.occasionRevenueMinor,
      row.isOfferBought === null ? '' : row.isOfferBought ? 'yes' : 'no',
    ]);
}
