import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listClaims } from '#flows/sign-off-claims';
import { benchmarks } from '#messages/benchmarks';
import { offers } from '#messages/offers';
import { sequences } from '#messages/sequences';
import { settings } from '#messages/settings';
import { signals } from '#messages/signals';
import { web } from '../../web.server';
import { answerSettings } from './answer-settings.server';
import { SettingsScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, env } = web();
  const shopId = await requireShop(request);
  const [shop, newest, account, categories, facts, requests, limitsApproval] = await Promise.all([
    store.findShop(shopId),
    store.newestSettings(shopId),
    store.sendingAccount(shopId),
    store.productCategories(shopId),
    store.setupFacts(shopId),
    store.openDataRequests(shopId),
    store.limitsApproval(shopId),
  ]);
  if (!shop) throw new Response(null, { status: 404 });
  const { benchmarks, holdoutPercent, price, productTypes, sendHours, brand, consent, data } =
    newest.settings;
  return {
    version: newest.version,
    settings: {
      benchmarks,
      holdoutPercent,
      price,
      signals: newest.settings.signals,
      offers: newest.settings.offers,
      productTypes,
      sendHours,
      brand,
      consent,
      data,
    },
    categories,
    limitsApproval,
    claims: await listClaims({ store }, { shopId, settings: newest.settings }),
    requests,
    isGuideDismissed: facts.has('guide_dismissed'),
    shop: { name: shop.name, postalAddress: shop.postalAddress, zone: shop.zone },
    sending: {
      isChosen: account !== null,
      kind: account?.kind ?? env.mailer.kind,
      sender: account?.senderAddress ?? null,
    },
  };
};

export const action = ({ request }: ActionFunctionArgs) => answerSettings(request);

export const handle = { words: { benchmarks, offers, sequences, settings, signals } };

export default function SettingsRoute() {
  return <SettingsScreen {...useLoaderData<typeof loader>()} />;
}
