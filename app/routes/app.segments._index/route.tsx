import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';
import { SegmentsScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const { version, settings } = await store.newestSettings(shopId);
  const { segments } = settings;
  return { version, segments, sizes: await store.segmentSizes(shopId, segments, await clock.now()) };
};

export const action = async ({ request }: ActionFunctionArgs) =>
  answerSettingsSave(request, await request.clone().json());

export default function Segments() {
  return <SegmentsScreen {...useLoaderData<typeof loader>()} />;
}
