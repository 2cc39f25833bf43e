import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { describePairing } from '#flows/describe-pairing';
import { pairings } from '#messages/pairings';
import { reasons } from '#messages/reasons';
import { listSearch, readQuery } from '../app.pairings._index/read-query';
import { answerPairings } from '../../pairings-action.server';
import { web } from '../../web.server';
import { PairingScreen } from './screen';

/** A pairing of the shop that is signed in; products of another shop's are not found. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const [boughtId, recommendedId] = [params['bought'], params['recommended']].map(
    (number) => `gid://shopify/Product/${number}`,
  );
  const search = new URL(request.url).searchParams;
  const list = readQuery(new URLSearchParams(search.get('list') ?? ''));
  const detail = await describePairing(
    { store },
    {
      shopId,
      boughtId: boughtId ?? '',
      recommendedId: recommendedId ?? '',
      list,
      now: await clock.now(),
    },
  );
  const table = search.get('table');
  const view = detail?.views.find((one) => one.table === table) ?? detail?.views[0];
  if (!detail || !view) throw new Response(null, { status: 404 });
  return { detail, view, list: listSearch(list) };
};

export const action = ({ request }: ActionFunctionArgs) => answerPairings(request);

export const handle = { words: { pairings, reasons } };

export default function Pairing() {
  const loaded = useLoaderData<typeof loader>();
  const { table, boughtId, recommendedId } = loaded.view;
  return <PairingScreen key={[table, boughtId, recommendedId].join(' ')} {...loaded} />;
}
