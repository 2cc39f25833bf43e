import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { listSettingsVersions } from '#flows/list-settings-versions';
import { restoreSettings } from '#flows/restore-settings';
import { benchmarks } from '#messages/benchmarks';
import { settings } from '#messages/settings';
import { suppression } from '#messages/suppression';
import { web } from '../../web.server';
import { HistoryScreen } from './screen';

const MOST_VERSIONS = 50;

const restoreShape = z.strictObject({
  version: z.number().int().nonnegative(),
  seenNewest: z.number().int().nonnegative(),
});

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store } = web();
  const shopId = await requireShop(request);
  return listSettingsVersions({ store }, { shopId, limit: MOST_VERSIONS });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { requireMember, store, clock } = web();
  const { shopId, member } = await requireMember(request);
  const wanted = restoreShape.safeParse(await request.json());
  if (!wanted.success) throw new Response(null, { status: 400 });
  return restoreSettings({ store }, { shopId, ...wanted.data, savedBy: member, now: await clock.now() });
};

export const handle = { words: { benchmarks, settings, suppression } };

export default function HistoryRoute() {
  return <HistoryScreen {...useLoaderData<typeof loader>()} />;
}
