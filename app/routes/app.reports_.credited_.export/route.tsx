import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportCreditedOrders } from '#flows/export-credited-orders';
import { listCreditedOrders } from '#flows/list-credited-orders';
import { readReportChoice } from '#flows/report-choice';
import { csvAnswer } from '../../csv-answer.server';
import { web } from '../../web.server';

/** All orders behind the attributed revenue of the same period, segment and model as a CSV file. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const choice = readReportChoice(new URL(request.url).searchParams);
  const shop = await store.findShop(shopId);
  if (!shop) throw new Response(null, { status: 404 });
  const credited = await listCreditedOrders({ store }, { shopId, ...choice, now: await clock.now() });
  return csvAnswer('attributed-orders.csv', exportCreditedOrders(credited, shop.currency, choice.model));
};
