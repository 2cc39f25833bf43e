import { defer, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { segmentRows } from '#core/segments/segment-rows';
import { segments } from '#messages/segments';
import { sequences } from '#messages/sequences';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';
import { SegmentScreen } from './screen';

/** One segment, or a new one under the id that no segment can have. Counting is only told before one is removed. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const { version, settings } = await store.newestSettings(shopId);
  const id = params['segmentId'] === 'new' ? null : (params['segmentId'] ?? '');
  const row = segmentRows(settings).find((known) => known.id === id);
  // Removed, maybe just now on this page: what else is under way here loads it once more, whoever asked.
  if (id !== null && !row) throw redirect(`/app/segments${new URL(request.url).search}`);
  const products = (row?.conditions ?? []).flatMap((condition) =>
    condition.fact === 'product' ? [condition.value] : [],
  );
  const now = await clock.now();
  const [shop, categories, borders, titles] = await Promise.all([
    store.findShop(shopId),
    store.productCategories(shopId),
    store.valueBorders(shopId),
    store.productTitles(shopId, products),
  ]);
  if (!shop) throw new Response(null, { status: 404 });
  const { segments, price } = settings;
  const sizes = row && row.name !== null ? store.segmentSizes(shopId, [row], now) : null;
  return defer({ id, version, segments, price, currency: shop.currency, categories, borders, titles, sizes });
};

export const action = async ({ request }: ActionFunctionArgs) =>
  answerSettingsSave(request, await request.clone().json());

export const handle = { words: { segments, sequences } };

export default function Segment() {
  const loaded = useLoaderData<typeof loader>();
  return <SegmentScreen key={loaded.id ?? 'new'} {...loaded} />;
}
