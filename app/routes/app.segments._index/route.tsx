import { defer, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { z } from 'zod';
import { segmentRows } from '#core/segments/segment-rows';
import { tryCustomer } from '#flows/try-customer';
import { reasons } from '#messages/reasons';
import { segments } from '#messages/segments';
import { sequences } from '#messages/sequences';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';
import { SegmentsScreen } from './screen';

const TRY = z.strictObject({ intent: z.literal('try'), email: z.string().max(320) });

/** Counting looks at every customer, so that the page does not wait for it. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const { version, settings } = await store.newestSettings(shopId);
  const rows = segmentRows(settings);
  const asked = rows.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.fact === 'product' ? [condition.value] : [])),
  );
  const now = await clock.now();
  const [borders, titles] = await Promise.all([
    store.valueBorders(shopId),
    store.productTitles(shopId, asked),
  ]);
  const { segments, price } = settings;
  return defer({ version, segments, price, borders, titles, sizes: store.segmentSizes(shopId, rows, now) });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const body: unknown = await request.clone().json();
  const wanted = TRY.safeParse(body);
  if (!wanted.success) return answerSettingsSave(request, body);
  const { requireShop, store, admin, log } = web();
  const shopId = await requireShop(request);
  try {
    return await tryCustomer({ store, admin }, { shopId, email: wanted.data.email });
  } catch (error) {
    log.warn({ shopId, detail: String(error) }, 'a customer could not be tried');
    return { kind: 'failed' as const };
  }
};

/** Looking somebody up changes nothing that was loaded. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ json, defaultShouldRevalidate }) => {
  const isTry = typeof json === 'object' && json !== null && 'intent' in json && json.intent === 'try';
  return isTry ? false : defaultShouldRevalidate;
};

export const handle = { words: { reasons, segments, sequences } };

export default function Segments() {
  return <SegmentsScreen {...useLoaderData<typeof loader>()} />;
}
