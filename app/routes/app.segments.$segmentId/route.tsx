import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { segmentRows } from '#core/segments/segment-rows';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';
import { SegmentScreen } from './screen';

/** One segment, or a new one under the id that no segment can have. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const { version, settings } = await store.newestSettings(shopId);
  const id = params['segmentId'] === 'new' ? null : (params['segmentId'] ?? '');
  const row = segmentRows(settings).find((known) => known.id === id);
  if (id !== null && !row) throw new Response(null, { status: 404 });
  const products = (row?.conditions ?? []).flatMap((condition) =>
    condition.fact === 'product' ? [condition.value] : [],
  );
  const [shop, categories, borders, titles, counted] = await Promise.all([
    store.findShop(shopId),
    store.productCategories(shopId),
    store.valueBorders(shopId),
    store.productTitles(shopId, products),
    row ? store.segmentSizes(shopId, [row], await clock.now()) : null,
  ]);
  if (!shop) throw new Response(null, { status: 404 });
  const { segments, price } = settings;
  const customers = id === null ? 0 : (counted?.sizes[id]?.count ?? 0);
  return { id, version, segments, price, currency: shop.currency, categories, borders, titles, customers };
};

export const action = async ({ request }: ActionFunctionArgs) =>
  answerSettingsSave(request, await request.clone().json());

/** A segment that is being removed is not there to be loaded again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  json,
  currentParams,
  defaultShouldRevalidate,
}) => {
  const values = isRecord(json) && isRecord(json['values']) ? json['values'] : {};
  const own = values['segments.own'];
  const isThere = (each: unknown) => isRecord(each) && each['id'] === currentParams['segmentId'];
  const isRemoved = currentParams['segmentId'] !== 'new' && Array.isArray(own) && !own.some(isThere);
  return isRemoved ? false : defaultShouldRevalidate;
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export default function Segment() {
  const loaded = useLoaderData<typeof loader>();
  return <SegmentScreen key={loaded.id ?? 'new'} {...loaded} />;
}
