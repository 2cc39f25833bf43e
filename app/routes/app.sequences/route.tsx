import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { segmentRows } from '#core/segments/segment-rows';
import { MOST_SAMPLES } from '#flows/compose-sample';
import { saveSequence } from '#flows/save-sequence';
import { sendTest } from '#flows/send-test';
import { countUnsignedClaims } from '#flows/sign-off-claims';
import { segments } from '#messages/segments';
import { sequences } from '#messages/sequences';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';
import { TEST_REQUEST } from './parse-request.server';
import { SequencesScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const now = await clock.now();
  const [{ version, settings }, shop, load, samples] = await Promise.all([
    store.newestSettings(shopId),
    store.findShop(shopId),
    store.sequenceLoad(shopId, now),
    store.sampleOrders(shopId, MOST_SAMPLES, null),
  ]);
  if (!shop) throw new Response(null, { status: 404 });
  const { trigger, touches, messages, sending, sendHours, price } = settings;
  const unsignedClaims = await countUnsignedClaims({ store }, { shopId, settings });
  return {
    version,
    settings: { trigger, touches, messages, sending },
    sendHour: sendHours.at,
    priceBand: { from: price.touchOneFromPercent / 100, to: price.touchOneToPercent / 100 },
    currency: shop.currency,
    load: { ...load, unsignedClaims },
    samples: samples.map(({ orderId, name }) => ({ orderId, name })),
    segments: segmentRows(settings).map(({ id, name }) => ({ id, name })),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const body: unknown = await request.clone().json();
  const asked = TEST_REQUEST.safeParse(body);
  if (!asked.success) return answerSettingsSave(request, body, saveSequence);
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  return sendTest(tools, { ...asked.data, shopId, now: await clock.now() });
};

/** A test changes nothing that was loaded. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ json, defaultShouldRevalidate }) => {
  const isSave =
    typeof json === 'object' && json !== null && 'intent' in json && json.intent === 'save_settings';
  return json === undefined ? defaultShouldRevalidate : isSave;
};

export const handle = { words: { segments, sequences } };

export default function Sequences() {
  return <SequencesScreen {...useLoaderData<typeof loader>()} />;
}
