import { parseExactJson, textAt } from '#core/shared/exact-json';
import type { Clock, Log, Store } from '#flows/ports';
import { naturalKey } from './natural-key';
import { isSignedByShopify } from './webhook-signature';

export type WebhookTools = {
  readonly store: Pick<Store, 'insertInbox'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: ReadonlyArray<string>;
};

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/**
 * The door of every Shopify webhook. It checks who speaks, keeps what was said, and answers; the runner does the work.
 * Shopify waits five seconds and comes again unless it hears 2xx, so nothing else happens here.
 * In: tools, the topics of this door, headers and raw body. Out: 200, or 401 or 400; then nothing is kept.
 */
export async function receiveWebhook(
  { store, clock, log, secrets }: WebhookTools,
  topics: ReadonlySet<string>,
  headers: Headers,
  body: Uint8Array,
): Promise<Response> {
  if (!isSignedByShopify(body, headers.get('x-shopify-hmac-sha256'), secrets)) return answer(401);

  const topic = headers.get('x-shopify-topic');
  const shopId = headers.get('x-shopify-shop-domain');
  const webhookId = headers.get('x-shopify-webhook-id');
  if (!topic || !webhookId || !shopId || !SHOP.test(shopId)) return answer(400);
  const triggered = headers.get('x-shopify-triggered-at');
  const payload = readPayload(body);
  // The signature does not cover the headers: what was said of one shop must not be kept for another.
  const named = textAt(payload?.json, 'shop_domain') ?? textAt(payload?.json, 'myshopify_domain') ?? shopId;
  if (payload === null || named !== shopId) return answer(400);
  if (!topics.has(topic)) {
    log.info({ shopId, topic }, 'webhook of another door left alone');
    return answer(200);
  }

  const triggeredAt = Date.parse(triggered ?? '');
  const kept = await store.insertInbox(shopId, {
    webhookId,
    naturalKey: naturalKey(topic, body, payload.json, triggered),
    topic,
    payload: payload.text,
    triggeredAt: Number.isNaN(triggeredAt) ? null : triggeredAt,
    receivedAt: await clock.now(),
  });
  if (kept === 'duplicate') log.info({ shopId, topic, webhookId }, 'webhook came before');
  return answer(200);
}

/** null: not UTF-8, or not a JSON object. */
function readPayload(body: Uint8Array): { readonly text: string; readonly json: object } | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const quick: unknown = JSON.parse(text);
    // Keeping the digits of every number costs several times as much; most payloads name themselves in words.
    const json = textAt(quick, 'admin_graphql_api_id') === null ? parseExactJson(text) : quick;
    return typeof json === 'object' && json !== null ? { text, json } : null;
  } catch {
    return null;
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}
