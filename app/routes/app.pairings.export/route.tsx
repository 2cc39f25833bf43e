import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportShopPairings } from '#flows/list-pairings';
import { csvAnswer } from '../../csv-answer.server';
import { web } from '../../web.server';
import { readQuery } from '../app.pairings._index/read-query';

const COLUMNS = [
  'table', 'bought_id', 'bought', 'recommended_id', 'recommended', 'standing', 'use', 'evidence', 'common_buyers',
  'buyers', 'rate', 'rate_low', 'rate_high', 'price_minor', 'stock', 'note',
]; // prettier-ignore

/** The pairings that the address asks for, as a file: counts are distinct buyers, rates fractions. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const query = readQuery(new URL(request.url).searchParams);
  const rows = await exportShopPairings({ store }, { shopId, query, now: await clock.now() });
  if (!rows) throw new Response(null, { status: 404 });
  const lines = rows.map(({ counts, ...row }) => [
    row.table, row.boughtId, row.boughtTitle, row.recommendedId, row.recommendedTitle, row.standing, row.use,
    counts?.grade ?? null, counts?.support ?? null, counts?.buyers ?? null, counts?.rate ?? null,
    counts?.low ?? null, counts?.high ?? null, row.priceMinor, row.stock, row.note,
  ]); // prettier-ignore
  return csvAnswer('pairings.csv', { headings: COLUMNS, rows: lines });
};
