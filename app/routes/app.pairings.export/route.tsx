import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportShopPairings } from '#flows/list-pairings';
import { csvAnswer } from '../../csv-answer.server';
import { web } from '../../web.server';
import { readQuery } from '../app.pairings._index/read-query';
import { pairingLines } from './pairing-lines';

/** The pairings that the address asks for, as a file. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const query = readQuery(new URL(request.url).searchParams);
  const rows = await exportShopPairings({ store }, { shopId, query, now: await clock.now() });
  if (!rows) throw new Response(null, { status: 404 });
  return csvAnswer('pairings.csv', pairingLines(rows));
};
