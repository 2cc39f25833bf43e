import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';
import { SettingsScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, env } = web();
  const shopId = await requireShop(request);
  const [shop, newest, account, categories] = await Promise.all([
    store.findShop(shopId),
    store.newestSettings(shopId),
    store.sendingAccount(shopId),
    store.productCategories(shopId),
  ]);
  if (!shop) throw new Response(null, { status: 404 });
  const { holdoutPercent, price, productTypes, sendHours, brand, consent } = newest.settings;
  return {
    version: newest.version,
    settings: { holdoutPercent, price, productTypes, sendHours, brand, consent },
    categories,
    shop: { name: shop.name, postalAddress: shop.postalAddress, zone: shop.zone },
    sending: {
      isChosen: account !== null,
      kind: account?.kind ?? env.mailer.kind,
      sender: account?.senderAddress ?? null,
    },
  };
};

export const action = async ({ request }: ActionFunctionArgs) =>
  answerSettingsSave(request, await request.clone().json());

export default function SettingsRoute() {
  return <SettingsScreen {...useLoaderData<typeof loader>()} />;
}
