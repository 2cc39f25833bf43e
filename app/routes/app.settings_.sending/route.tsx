import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { eventDoorOf } from '#flows/event-door';
import { settings } from '#messages/settings';
import { answerSending } from './answer-sending.server';
import { web } from '../../web.server';
import { SendingScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, env, ...tools } = web();
  const shopId = await requireShop(request);
  const [shop, account] = await Promise.all([store.findShop(shopId), store.sendingAccount(shopId)]);
  if (!shop) throw new Response(null, { status: 404 });
  return {
    revision: account?.revision ?? 0,
    isChosen: account !== null,
    kind: account?.kind ?? env.mailer.kind,
    senderName: account?.senderName ?? null,
    senderAddress: account?.senderAddress ?? null,
    keyEnd: account?.keyEnd ?? null,
    events: {
      address: eventDoorOf(tools, shopId),
      keyEnd: account?.eventKey?.replace(/=+$/, '').slice(-4) ?? null, // what pads it tells nothing
      seenAt: account?.eventsSeenAt ?? null,
    },
    postalAddress: shop.settings.brand.postalAddress ?? shop.postalAddress,
  };
};

export const action = ({ request }: ActionFunctionArgs) => answerSending(request);

export const handle = { words: { settings } };

export default function SendingRoute() {
  return <SendingScreen {...useLoaderData<typeof loader>()} />;
}
