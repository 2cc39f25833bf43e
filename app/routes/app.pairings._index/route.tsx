import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listShopPairings } from '#flows/list-pairings';
import { pairings } from '#messages/pairings';
import { answerPairings } from '../../pairings-action.server';
import { web } from '../../web.server';
import { noteSeen } from './note-seen.server';
import { readQuery } from './read-query';
import { PairingsScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  const query = readQuery(new URL(request.url).searchParams);
  const [list, facts] = await Promise.all([
    listShopPairings(tools, { shopId, query, now: await clock.now() }),
    tools.store.setupFacts(shopId),
  ]);
  if (!list) throw new Response(null, { status: 404 });
  return { query, list, isReviewed: facts.has('pairings_reviewed') };
};

export const action = async ({ request }: ActionFunctionArgs) =>
  (await noteSeen(request)) ?? answerPairings(request);

export const handle = { words: { pairings } };

export default function Pairings() {
  return <PairingsScreen {...useLoaderData<typeof loader>()} />;
}
