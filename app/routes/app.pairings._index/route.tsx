import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listShopPairings } from '#flows/list-pairings';
import { notePairingsSeen } from '#flows/note-pairings-seen';
import { answerPairings } from '../../pairings-action.server';
import { web } from '../../web.server';
import { readQuery } from './read-query';
import { PairingsScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  const query = readQuery(new URL(request.url).searchParams);
  const now = await clock.now();
  const list = await listShopPairings(tools, { shopId, query, now });
  if (!list) throw new Response(null, { status: 404 });
  await notePairingsSeen(tools, { shopId, seen: list.rows.length, all: list.total, now });
  return { query, list };
};

export const action = ({ request }: ActionFunctionArgs) => answerPairings(request);

export default function Pairings() {
  return <PairingsScreen {...useLoaderData<typeof loader>()} />;
}
